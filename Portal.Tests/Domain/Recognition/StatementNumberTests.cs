using Portal.Application.Recognition.Domain;
using Xunit;

namespace Portal.Tests.Domain.Recognition;

/// <summary>A number survives the way over paper and telephone, and a slip shows.</summary>
public sealed class StatementNumberTests
{
    [Fact]
    public void A_number_is_read_however_it_is_typed()
    {
        var number = StatementNumber.Draw(2026);
        Assert.Matches("^RS-2026-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{6}$", number);
        foreach (var typed in new[] { number, number.ToLowerInvariant(), $"  {number.Replace('-', ' ')} ", number.Replace("-", "", StringComparison.Ordinal), FullWidth(number), number.Replace('0', 'O').Replace('1', 'l') })
        {
            Assert.Equal(number, StatementNumber.Read(typed));
        }
    }

    [Fact]
    public void Every_single_wrong_character_shows()
    {
        var number = StatementNumber.Draw(2026);
        foreach (var i in Enumerable.Range(3, number.Length - 3).Where(i => number[i] != '-'))
        {
            foreach (var other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Where(c => c != number[i]))
            {
                Assert.Null(StatementNumber.Read(number[..i] + other + number[(i + 1)..]));
            }
        }
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("RS-2026"), InlineData("RS-2026-00000-00000UU"), InlineData("EQ-000001"), InlineData("RS-2026-4F7KQ-2M9TXHH")]
    public void What_cannot_be_a_number_is_none(string? typed) => Assert.Null(StatementNumber.Read(typed));

    [Fact]
    public void Two_numbers_differ() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => StatementNumber.Draw(2026)).Distinct().Count());

    private static string FullWidth(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));
}
