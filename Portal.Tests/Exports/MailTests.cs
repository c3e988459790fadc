using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using MimeKit;
using Portal.Application.Fellowships;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Exports;

public sealed partial class MailTests
{
    private static readonly MailSettings s_settings = new() { PublicOrigin = new("https://portal.example"), From = "no-reply@portal.example" };
    private static readonly MailComposer s_composer = new(s_settings);
    private static readonly Deadline s_deadline = new(new(2027, 7, 1, 21, 0, 0, TimeSpan.Zero), PortalZones.UnitedStates);
    private static readonly DateTimeOffset s_now = new(2027, 1, 15, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "We received your application: CF27-004182", "You will be told the outcome by Friday, February 26, 2027.")]
    [InlineData("ja", "申請を受け付けました：CF27-004182", "結果は、2027年2月26日（金）までにお知らせします。")]
    public void A_mail_speaks_the_language_of_its_reader(string language, string subject, string sentence)
    {
        var mail = s_composer.Compose("Mail.Fellowships.Submitted", language, Slots(), "/x");

        Assert.Equal(subject, mail.Subject);
        Assert.Contains(sentence, mail.Text, StringComparison.Ordinal);
        Assert.Contains(language == "ja" ? "「サイバー」への申請" : "for “Cyber”", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Thursday, July 1, 2027, 5:00 p.m. U.S. Eastern time (EDT)\nFriday, July 2, 2027, 6:00 a.m. Japan time (JST)")]
    [InlineData("ja", "2027年7月1日（木）17:00 米国東部時間（EDT）\n2027年7月2日（金）6:00 日本時間（JST）")]
    public void A_deadline_stands_in_both_zones_the_official_one_first(string language, string pair) =>
        Assert.Contains(pair, s_composer.Compose("Mail.Fellowships.Offered", language, Slots(), "/x").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "Thursday, July 1, 2027, 5:00 p.m. U.S. Eastern time (EDT)\nFriday, July 2")]
    [InlineData("ja", "2027年7月2日（金）6:00 日本時間（JST）\n2027年7月1日")]
    public void An_instant_without_a_promised_zone_begins_with_the_readers_own(string language, string pair)
    {
        var slots = new InvitationMail(new("庁", "Agency"), Role.Auditor, s_deadline.Instant);

        Assert.Contains(pair, s_composer.Compose("Mail.Identity.Invited", language, slots, "/x").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Japanese_headers_survive_seven_bits()
    {
        var (raw, read) = Sent("ja", Slots());

        Assert.All(raw, b => Assert.InRange(b, (byte)0, (byte)126));
        Assert.Contains("Subject: =?utf-8?", Encoding.ASCII.GetString(raw), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("申請を受け付けました：CF27-004182", read.Subject);
        Assert.Equal(("日米サイバー人材ポータル", "no-reply@portal.example"), (((MailboxAddress)read.From[0]).Name, ((MailboxAddress)read.From[0]).Address));
        Assert.Equal(("auto-generated", "ja"), (read.Headers[HeaderId.AutoSubmitted], read.Body!.Headers[HeaderId.ContentLanguage]));
        Assert.EndsWith("@portal.example", read.MessageId, StringComparison.Ordinal);
        Assert.Contains("いま行うことはありません", read.TextBody, StringComparison.Ordinal);
        Assert.Contains("いま行うことはありません", read.HtmlBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Grant\r\nBcc: spy@example.org\r\n\r\nHello")]
    [InlineData("Grant\u2028Bcc: spy@example.org")]
    public void A_line_end_in_a_title_starts_no_header(string title)
    {
        var (_, read) = Sent("en", Slots(title) with { Number = title });

        Assert.Empty(read.Bcc);
        Assert.Equal("Hanako@example.com", Assert.Single(read.To.Mailboxes).Address);
        Assert.StartsWith("We received your application: Grant Bcc: spy[@]example[.]org", read.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("<a href=\"https://evil.example/\">Sign in</a>", "<a href=\"https[:]//evil[.]example/\">Sign in</a>")]
    [InlineData("\"><img src=x onerror=alert(1)>", "\"><img src=x onerror=alert(1)>")]
    public void Markup_in_a_title_stays_text(string title, string shown)
    {
        var page = new HtmlParser().ParseDocument(s_composer.Compose("Mail.Fellowships.Submitted", "en", Slots(title), "/x").Html);

        Assert.Contains(shown, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script,img,iframe,form"));
        Assert.Equal(["https://portal.example/ja/x", "https://portal.example/en/x"], page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("Win at https://evil.example/a?b", "Win at https[:]//evil[.]example/a?b")]
    [InlineData("www.evil.example", "www[.]evil[.]example")]
    [InlineData("詳しくはhttp://evil.jpへ", "詳しくはhttp[:]//evil[.]jpへ")]
    [InlineData("write to spy@evil.example", "write to spy[@]evil[.]example")]
    [InlineData("call tel:0312345678", "call tel[:]0312345678")]
    [InlineData("ok\u202Elive\u200Bevil", "okliveevil")]
    [InlineData("U.S.–Japan fellowship 2.0, No. 3: cloud.", "U.S.–Japan fellowship 2.0, No. 3: cloud.")]
    public void Nothing_in_a_title_becomes_a_link(string title, string shown) => Assert.Equal(shown, UserText.Line(title));

    [Fact]
    public void A_slot_without_a_value_fails_instead_of_leaving_a_hole() =>
        Assert.Throws<KeyNotFoundException>(() => s_composer.Compose("Mail.Fellowships.Offered", "en", Slots() with { AnswerBy = null }, "/x"));

    [Fact]
    public void A_mail_loads_nothing_from_outside()
    {
        var html = s_composer.Compose("Mail.Fellowships.Offered", "ja", Slots(), "/x").Html;

        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_subject_holds_a_number_at_most()
    {
        var subjects = MailResources.Of("en").Concat(MailResources.Of("ja")).Where(p => p.Key.EndsWith(".Subject", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(subjects);
        Assert.All(subjects, p => Assert.All(Slot.Matches(p.Value), m => Assert.Contains(m.Value, (string[])["{Number}", "{Code}"])));
    }

    [Theory]
    [InlineData("Mail.Account.ConfirmAddress", "24")]
    [InlineData("Mail.Account.AlreadyRegistered", "")]
    [InlineData("Mail.Account.ResetPassword", "60")]
    [InlineData("Mail.Account.PasswordChanged", "")]
    public void Mails_about_the_account_have_their_slots(string template, string number)
    {
        foreach (var language in new[] { "ja", "en" })
        {
            var mail = s_composer.Compose(template, language, new { Hours = 24, Minutes = 60 }, "/Account/X?token=a%2Bb");
            Assert.Contains(number, mail.Text, StringComparison.Ordinal);
            Assert.Contains($"https://portal.example/{language}/Account/X?token=a%2Bb\n", mail.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_role_of_staff_has_a_name_in_both_languages() =>
        Assert.All(Roles.OfStaff, role => Assert.All(["ja", "en"], language => Assert.NotEmpty(new MailWords(language)[$"Mail.Role.{role}"])));

    private static ApplicationMail Slots(string title = "Cyber") =>
        new("CF27-004182", new(title == "Cyber" ? "サイバー" : title, title), s_deadline, s_deadline, new(2027, 2, 26));

    private static (byte[] Raw, MimeMessage Read) Sent(string language, ApplicationMail slots)
    {
        var content = s_composer.Compose("Mail.Fellowships.Submitted", language, slots, "/x");
        using var message = MailMessages.Create("id", "Hanako@example.com", language, content, s_settings, s_now);
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        return (stream.ToArray(), MimeMessage.Load(new MemoryStream(stream.ToArray())));
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Slot { get; }
}
