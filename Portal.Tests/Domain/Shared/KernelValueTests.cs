using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Shared;

public sealed class KernelValueTests
{
    [Fact]
    public void A_result_without_errors_is_a_success()
    {
        Assert.True(Result.Success.IsSuccess);
        Assert.False(Result.Refused([new Error("A.B")]).IsSuccess);
        Result<int> five = 5;
        Assert.Equal((true, 5), (five.IsSuccess, five.Value));
        Assert.Equal((false, "A.B"), (Result<int>.Refused([new Error("A.B")]).IsSuccess, Result<int>.Refused([new Error("A.B")]).Errors[0].Code));
    }

    [Theory]
    [InlineData("日本語", "English", "ja", "日本語", "ja")]
    [InlineData("日本語", "English", "en", "English", "en")]
    [InlineData("", "English", "ja", "English", "en")]
    [InlineData("日本語", "", "en", "日本語", "ja")]
    [InlineData("", "", "en", "", "ja")]
    public void The_other_language_stands_in_for_a_missing_one_and_says_so(string ja, string en, string wanted, string text, string language) =>
        Assert.Equal((text, language), new BilingualText(ja, en).Best(wanted));

    [Fact]
    public void A_bilingual_text_is_complete_with_both()
    {
        Assert.True(new BilingualText("あ", "a").IsComplete);
        Assert.False(new BilingualText("あ", "").IsComplete);
        Assert.False(new BilingualText(" 　", " ").Cleaned().IsComplete);
        Assert.Equal(new BilingualText("あ", "é"), new BilingualText(" あ　", "e\u0301\r\n").Cleaned());
    }

    [Theory]
    [InlineData("", false, TextState.Missing)]
    [InlineData("", true, TextState.Missing)]
    [InlineData("題", false, TextState.Draft)]
    [InlineData("題", true, TextState.Reviewed)]
    public void Each_language_has_its_own_state(string ja, bool isReviewed, TextState state)
    {
        var text = new ReviewedText(ja, "Title", isReviewed, EnReviewed: true);
        Assert.Equal((state, TextState.Reviewed), (text.StateOf("ja"), text.StateOf("en")));
        Assert.Equal(state == TextState.Reviewed, text.IsReviewed);
    }

    [Fact]
    public void White_space_is_no_text_and_cannot_be_reviewed() =>
        Assert.Equal(new ReviewedText("", "a\nb", false, true), new ReviewedText(" 　\n", " a\r\nb ", true, true).Cleaned());

    [Fact]
    public void A_page_of_an_earlier_version_is_stale()
    {
        var thing = new Thing();
        thing.RequireVersion(0);
        thing.RaiseVersion();
        thing.RequireVersion(1);
        Assert.Throws<StaleException>(() => thing.RequireVersion(0));
    }

    [Fact]
    public void Saving_takes_the_events_and_the_touch()
    {
        var thing = new Thing();
        thing.Happen();
        Assert.True(thing.IsTouched);
        Assert.Equal([new Happened(thing.Id)], thing.Events);
        thing.Saved();
        Assert.False(thing.IsTouched);
        Assert.Empty(thing.Events);
    }

    [Fact]
    public void Nobody_and_the_portal_are_not_signed_in_and_only_the_portal_is_the_clock()
    {
        Assert.False(Actor.Anonymous.IsSignedIn);
        Assert.False(Actor.System.IsSignedIn);
        Assert.Equal(Party.None, Actor.Anonymous.AgencyParty);
        Assert.Equal(Party.Clock, Actor.System.AgencyParty);
        Assert.Equal(Party.None, Actors.Candidate().AgencyParty);
    }

    [Theory]
    [InlineData(Government.Japan, Party.JapanAgency)]
    [InlineData(Government.UnitedStates, Party.UsAgency)]
    public void An_agency_serves_one_government(Government government, Party party)
    {
        var actor = Actors.Officer(government);
        Assert.True(actor.IsAgencyOf(government));
        Assert.False(actor.IsAgencyOf(government.Other()));
        Assert.Equal(party, actor.AgencyParty);
        Assert.Equal(government, government.Other().Other());
    }

    [Fact]
    public void Each_door_admits_whom_its_name_says()
    {
        Assert.True(Access.Anyone.Admits(Actor.Anonymous));
        Assert.False(Access.SignedIn.Admits(Actor.Anonymous));
        Assert.False(Access.ByCase.Admits(Actor.System));
        Assert.True(Access.System.Admits(Actor.System));
        Assert.False(Access.System.Admits(Actors.Administrator(Government.Japan)));
        var door = Access.Holding(Permission.ReadHistory, Permission.InviteMembers);
        Assert.True(door.Admits(Actors.Auditor(Government.Japan)));
        Assert.True(door.Admits(Actors.Administrator(Government.Japan)));
        Assert.False(door.Admits(Actors.Officer(Government.Japan)));
        Assert.False(door.Admits(Actors.Auditor(Government.Japan) with { UserId = Guid.Empty }));
    }

    [Theory]
    [InlineData(@"C:\fakepath\履歴書.pdf", "履歴書.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("cv\u202Efdp.exe", "cvfdp.exe")]
    [InlineData("a\0b\u200B.pdf", "ab.pdf")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_file_name_is_safe_to_show(string? typed, string name) => Assert.Equal(name, CleanText.FileName(typed));

    [Fact]
    public void A_long_file_name_keeps_its_end()
    {
        var name = CleanText.FileName(new string('あ', 500) + ".pdf");
        Assert.Equal(200, name.Length);
        Assert.EndsWith("あ.pdf", name);
    }

    [Fact]
    public void The_hash_tells_two_shapes_of_a_kanji_apart() =>
        Assert.NotEqual(ContentHash.Of(new { Name = "\uFA19" }), ContentHash.Of(new { Name = "神" }));

    private sealed record Happened(Guid Id) : IDomainEvent;

    private sealed class Thing : Aggregate
    {
        public void Happen()
        {
            Touch();
            Raise(new Happened(Id));
        }
    }
}
