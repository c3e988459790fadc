using System.Globalization;
using Portal.Web.Infrastructure;
using Xunit;

namespace Portal.Tests.Pages.Ui;

public sealed class TextTests
{
    private readonly Text text = new();

    [Theory]
    [InlineData("ja", "保存して次へ")]
    [InlineData("en", "Save and continue")]
    public void A_key_gives_the_sentence_of_the_page_language(string language, string sentence)
    {
        Speak(language);
        Assert.Equal(sentence, text["Shared.Form.Continue"]);
    }

    [Theory]
    [InlineData("Shared.NoSuchKey")]
    [InlineData("NoSuchModule.Key")]
    [InlineData("NoModule")]
    public void An_unknown_key_throws(string key)
    {
        Speak("en");
        Assert.False(text.Has(key));
        Assert.Throws<KeyNotFoundException>(() => text[key]);
    }

    [Theory]
    [InlineData("en", 1, "1 answer needs fixing")]
    [InlineData("en", 2, "2 answers need fixing")]
    [InlineData("ja", 1, "修正が必要な項目が1件あります")]
    [InlineData("ja", 1200, "修正が必要な項目が1,200件あります")]
    public void A_count_chooses_its_sentence(string language, long count, string sentence)
    {
        Speak(language);
        Assert.Equal(sentence, text.Plural("Shared.Errors.Heading", count));
    }

    [Fact]
    public void Slots_are_filled_by_name()
    {
        Speak("en");
        Assert.Equal("Draft saved at 2:32 p.m. JST", text.Get("Shared.Draft.Saved", ("Time", "2:32 p.m. JST")));
    }

    [Fact]
    public void A_slot_without_a_value_throws()
    {
        Speak("en");
        Assert.Throws<KeyNotFoundException>(() => text.Get("Shared.Draft.Saved", ("Date", "today")));
    }

    [Fact]
    public void A_value_that_looks_like_a_slot_stays_as_typed()
    {
        Speak("en");
        Assert.Equal("Signed in: {Office}, METI", text.Get("Shared.SignedInFor", ("Name", "{Office}"), ("Office", "METI")));
    }

    private static void Speak(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language == "ja" ? "ja-JP" : "en-US");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
    }
}
