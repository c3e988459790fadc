using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Portal.Infrastructure.Mail;

internal sealed record MailContent(string Subject, string Text, string Html);

/// <summary>Writes a mail twice, as text and as simple HTML. Both come from the same plain paragraphs; the HTML encodes all of them, so nothing in a slot can become markup.</summary>
internal sealed class MailComposer(MailSettings settings)
{
    private static readonly HtmlEncoder s_html = HtmlEncoder.Create(UnicodeRanges.All);

    public MailContent Compose(string template, string language, object slots, string path)
    {
        var words = new MailWords(language);
        var values = MailSlots.Of(slots, words);
        var letter = new Letter(
            words.Language,
            words.Fill($"{template}.Subject", values),
            [words["Mail.Greeting"], .. words.Fill($"{template}.Body", values).ReplaceLineEndings("\n").Split("\n\n")],
            new Link(words.Has($"{template}.Link") ? words[$"{template}.Link"] : words["Mail.Link"], settings.Link(words.Language, path)),
            new Link(words["Mail.OtherLanguage"], settings.Link(words.OtherLanguage, path)),
            words["Mail.Footer"].ReplaceLineEndings("\n"));
        return new(letter.Subject, Text(letter), Html(letter, words.OtherLanguage));
    }

    private static string Text(Letter letter) => string.Join("\n\n",
    [
        $"{letter.Other.Words}\n{letter.Other.Address}",
        .. letter.Paragraphs,
        $"{letter.Open.Words}\n{letter.Open.Address}",
        $"-- \n{letter.Footer}\n",
    ]);

    private static string Html(Letter letter, string otherLanguage) => $"""
        <!DOCTYPE html>
        <html lang="{letter.Language}">
        <head><meta charset="utf-8"><title>{s_html.Encode(letter.Subject)}</title></head>
        <body style="margin:0;padding:24px;max-width:36em;font:16px/1.6 sans-serif;color:#1b1b1b;background:#fff">
        <p lang="{otherLanguage}">{Anchor(letter.Other)}</p>
        {string.Concat(letter.Paragraphs.Select(Paragraph))}
        <p style="margin:24px 0">{Anchor(letter.Open)}</p>
        <p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #767676;font-size:14px">{Lines(letter.Footer)}</p>
        </body>
        </html>
        """;

    private static string Paragraph(string text) => $"<p>{Lines(text)}</p>\n";

    private static string Lines(string text) => string.Join("<br>\n", text.Split('\n').Select(s_html.Encode));

    private static string Anchor(Link link) => $"""<a href="{s_html.Encode(link.Address)}" style="color:#0b4f9e">{s_html.Encode(link.Words)}</a>""";

    private sealed record Link(string Words, string Address);

    private sealed record Letter(string Language, string Subject, IReadOnlyList<string> Paragraphs, Link Open, Link Other, string Footer);
}
