using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Domain.Shared;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("1234567", Money.Yen, 1234567)]
    [InlineData("１，２３４，５６７円", Money.Yen, 1234567)]
    [InlineData("￥1,234", Money.Yen, 1234)]
    [InlineData("¥ 1,234 (JPY)", Money.Yen, null)]
    [InlineData("\\1,234", Money.Yen, 1234)]
    [InlineData("1,234 JPY", Money.Yen, 1234)]
    [InlineData("0", Money.Yen, 0)]
    [InlineData("1,234.00", Money.Yen, 1234)]
    [InlineData("1,234.5", Money.Yen, null)]
    [InlineData("120万円", Money.Yen, null)]
    [InlineData("$100", Money.Yen, null)]
    [InlineData("$1,234.50", Money.Dollar, 123450)]
    [InlineData("＄１，２３４．５", Money.Dollar, 123450)]
    [InlineData("US$ 10", Money.Dollar, 1000)]
    [InlineData("10米ドル", Money.Dollar, 1000)]
    [InlineData("10 usd", Money.Dollar, 1000)]
    [InlineData("0.01", Money.Dollar, 1)]
    [InlineData("0.001", Money.Dollar, null)]
    [InlineData("1.234,50", Money.Dollar, null)]
    [InlineData("1,23", Money.Dollar, null)]
    [InlineData("12,3456", Money.Dollar, null)]
    [InlineData("-5", Money.Dollar, null)]
    [InlineData("(5)", Money.Dollar, null)]
    [InlineData("1e3", Money.Dollar, null)]
    [InlineData("٣", Money.Dollar, null)]
    [InlineData("10", "EUR", null)]
    [InlineData("", Money.Yen, null)]
    [InlineData(null, Money.Yen, null)]
    public void What_people_type_is_read_or_refused_but_never_guessed(string? typed, string currency, int? minorUnits)
    {
        Assert.Equal(minorUnits is not null, Money.TryRead(typed, currency, out var money));
        Assert.Equal(minorUnits is { } expected ? new Money(expected, currency) : default, money);
    }

    [Theory]
    [InlineData("92233720368547758.07", true)]
    [InlineData("92233720368547758.08", false)]
    [InlineData("99999999999999999999999999999999999999", false)]
    public void An_amount_beyond_the_store_is_refused(string typed, bool isRead) => Assert.Equal(isRead, Money.TryRead(typed, Money.Dollar, out _));

    [Fact]
    public void Yen_have_no_minor_unit_and_dollars_have_cents()
    {
        Assert.Equal((1234m, 0), (new Money(1234, Money.Yen).Amount, new Money(1234, Money.Yen).Decimals));
        Assert.Equal((12.34m, 2), (new Money(1234, Money.Dollar).Amount, new Money(1234, Money.Dollar).Decimals));
    }
}
