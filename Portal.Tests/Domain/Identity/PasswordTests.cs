using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Infrastructure.Identity;

namespace Portal.Tests.Domain.Identity;

public sealed class PasswordTests
{
    private const string Address = "hanako.sato@example.jp", Name = "佐藤 花子", Good = "山の上でお茶を飲むのが好き2";

    [Theory]
    [InlineData("my dog eats blue cheese")]
    [InlineData("correct horse jumps battery")]
    [InlineData("雨の日は図書館で本を読みます")]
    [InlineData("あめのひはとしょかんでほんをよむ")]
    [InlineData("829104756318264")]
    [InlineData("Tr0ub4dor&3xyzwq")]
    public void A_sentence_of_fifteen_characters_is_enough(string password) => Assert.Null(PasswordRules.Check(password.PadRight(15, '水'), Address, Name));

    [Theory]
    [InlineData(14, "Account.Password.TooShort")]
    [InlineData(15, null)]
    [InlineData(128, null)]
    [InlineData(129, "Account.Password.TooLong")]
    public void Length_is_counted_in_characters(int length, string? code)
    {
        // 𠮷 is one character and two code units.
        var password = string.Concat(Enumerable.Range(0, length).Select(i => i % 2 == 0 ? "𠮷" : ((char)('ぁ' + (i * 7 % 80))).ToString()));
        Assert.Equal(code, PasswordRules.Check(password, Address, Name));
    }

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("P@ssw0rd-P@ssw0rd")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("123456789012345")]
    [InlineData("98765432109876543")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("１２３４５６７８９０１２３４５")]
    [InlineData("パスワードパスワード２０２６！")]
    [InlineData("ﾊﾟｽﾜｰﾄﾞぱすわーど!!!!")]
    [InlineData("CyberPortalJapan2026!")]
    [InlineData("welcome to japan 2026")]
    [InlineData("いろはにほへとちりぬるを123")]
    [InlineData("セキュリティ日本ポータル１２３")]
    public void Common_words_repeats_and_rows_are_refused(string password) =>
        Assert.Equal("Account.Password.Common", PasswordRules.Check(password, Address, Name));

    [Theory]
    [InlineData("hanako.sato@example.jp")]
    [InlineData("Hanako.Sato1234567")]
    [InlineData("佐藤花子佐藤花子佐藤花子佐藤花子")]
    public void The_own_address_or_name_is_no_password(string password) =>
        Assert.Equal("Account.Password.Personal", PasswordRules.Check(password, Address, Name));

    [Fact]
    public void A_password_is_the_same_however_it_was_composed()
    {
        var hasher = Hasher(PortalPasswordHasher.Iterations);
        var hash = hasher.HashPassword(new PortalUser(), "がぎぐＡＢＣ");
        Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(new PortalUser(), hash, "か\u3099ぎぐABC"));
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(new PortalUser(), hash, "かぎぐABC"));
    }

    [Fact]
    public void An_old_weak_hash_is_made_anew()
    {
        var hash = Hasher(100_000).HashPassword(new PortalUser(), Good);
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, Hasher(PortalPasswordHasher.Iterations).VerifyHashedPassword(new PortalUser(), hash, Good));
        Assert.True(PortalPasswordHasher.Iterations >= 210_000);
    }

    private static PortalPasswordHasher Hasher(int iterations) => new(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
}
