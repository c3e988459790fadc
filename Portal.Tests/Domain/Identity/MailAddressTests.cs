using Portal.Application.Identity.Domain;

namespace Portal.Tests.Domain.Identity;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("hanako@example.jp")]
    [InlineData("  Hanako@Example.JP ")]
    [InlineData("ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ")]
    [InlineData("han\u200Bako@example.jp")]
    [InlineData("hanako\uFEFF@exam\u00ADple.jp")]
    [InlineData("\u2060hanako@example.jp")]
    public void Addresses_that_look_alike_are_one(string typed)
    {
        Assert.True(MailAddress.TryCanonical(typed, out var canonical));
        Assert.Equal("hanako@example.jp", canonical);
    }

    [Theory]
    [InlineData("taro@日本語.jp", "taro@xn--wgv71a119e.jp")]
    [InlineData("taro@xn--wgv71a119e.jp", "taro@xn--wgv71a119e.jp")]
    [InlineData("o'neil+portal@agency.example.gov", "o'neil+portal@agency.example.gov")]
    [InlineData("иван@пример.рф", "иван@xn--e1afmkfd.xn--p1ai")]
    [InlineData("田中taro@example.jp", "田中taro@example.jp")]
    public void A_domain_is_kept_in_its_ascii_form(string typed, string expected)
    {
        Assert.True(MailAddress.TryCanonical(typed, out var canonical));
        Assert.Equal(expected, canonical);
        Assert.True(MailAddress.TryCanonical(canonical, out var again));
        Assert.Equal(canonical, again);
    }

    [Theory]
    [InlineData("h\u0430nako@example.jp")]
    [InlineData("hanako@ex\u0430mple.jp")]
    [InlineData("hanako@xn--exmple-4nf.jp")]
    [InlineData("ο\u043Fen@example.jp")]
    public void A_label_of_two_scripts_is_refused(string typed) => Assert.False(MailAddress.TryCanonical(typed, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hanako")]
    [InlineData("@example.jp")]
    [InlineData("hanako@")]
    [InlineData("hanako@localhost")]
    [InlineData("ha nako@example.jp")]
    [InlineData("hanako@exam_ple.jp")]
    [InlineData("hanako@example..jp")]
    [InlineData(".hanako@example.jp")]
    [InlineData("hana..ko@example.jp")]
    [InlineData("hanako@a@example.jp")]
    [InlineData("hanako\r\nBcc: x@example.jp")]
    [InlineData("\"hanako\"@example.jp")]
    [InlineData("\uD800hanako@example.jp")]
    [InlineData("花花花花花花花花花花花花花花花花花花花花花花@example.jp")]
    public void What_mail_cannot_reach_is_no_address(string? typed) => Assert.False(MailAddress.TryCanonical(typed, out _));

    [Fact]
    public void An_address_longer_than_mail_allows_is_refused()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('a', 60), 4)) + ".jp";
        Assert.True(MailAddress.TryCanonical($"hanako@{domain}", out _));
        Assert.False(MailAddress.TryCanonical($"hanako.yamada@{domain}", out _));
    }
}
