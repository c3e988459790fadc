using Portal.Application.Shared;
using Xunit;

namespace Portal.Tests.Domain.Shared;

public sealed class ContentHashTests
{
    private sealed record Content(string Title, Government Side, DateTimeOffset ClosesAt, decimal Amount, Dictionary<string, int> Seats);

    private static readonly Content Call = new("日米 \"A/B\" <é> 😀", Government.UnitedStates,
        new DateTimeOffset(2027, 1, 29, 17, 0, 0, TimeSpan.FromHours(9)), 1.50m, new() { ["b"] = 2, ["a"] = 1, ["B"] = 3 });

    [Fact]
    public void The_text_is_sorted_and_has_one_form() => Assert.Equal(
        """{"Amount":1.5,"ClosesAt":"2027-01-29T08:00:00.0000000Z","Seats":{"B":3,"a":1,"b":2},"Side":"UnitedStates","Title":"日米 \"A/B\" <é> 😀"}""",
        ContentHash.CanonicalJson(Call));

    // The expected value was computed with another program (printf … | sha256sum): it must hold for as long as signatures are kept.
    [Fact]
    public void The_hash_is_sha_256_of_exactly_that_text() =>
        Assert.Equal("35885baa974ce23a17ece899ead102e6531760977d9c8a90c7bd25dfc19c8e59", ContentHash.Of(Call));

    [Fact]
    public void The_order_of_properties_does_not_matter() => Assert.Equal(
        ContentHash.Of(new { A = 1, B = new { C = 2, D = 3 } }), ContentHash.Of(new { B = new { D = 3, C = 2 }, A = 1 }));

    [Fact]
    public void The_order_of_a_list_matters() => Assert.NotEqual(ContentHash.Of(new[] { 1, 2 }), ContentHash.Of(new[] { 2, 1 }));

    [Fact]
    public void One_text_typed_in_two_ways_is_one_content() => Assert.Equal(ContentHash.Of(new { T = "が é" }), ContentHash.Of(new { T = "か\u3099 e\u0301" }));

    [Fact]
    public void One_instant_on_two_clocks_is_one_content() =>
        Assert.Equal(ContentHash.Of(new { At = Call.ClosesAt }), ContentHash.Of(new { At = Call.ClosesAt.ToOffset(TimeSpan.FromHours(-5)) }));

    [Fact]
    public void What_a_database_drops_from_an_instant_is_not_signed() =>
        Assert.Equal(ContentHash.Of(new { At = Call.ClosesAt }), ContentHash.Of(new { At = Call.ClosesAt.AddTicks(9) }));

    [Fact]
    public void A_microsecond_is_signed() =>
        Assert.NotEqual(ContentHash.Of(new { At = Call.ClosesAt }), ContentHash.Of(new { At = Call.ClosesAt.AddMicroseconds(1) }));

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("100", "100")]
    [InlineData("100.00", "100")]
    [InlineData("-0.0", "0")]
    [InlineData("0.0000001", "0.0000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Numbers_have_one_form(string number, string expected) =>
        Assert.Equal($"[{expected}]", ContentHash.CanonicalJson(new[] { decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture) }));

    [Fact]
    public void A_double_reads_as_the_same_decimal() => Assert.Equal(ContentHash.Of(new[] { 0.85 }), ContentHash.Of(new[] { 0.850m }));

    [Fact]
    public void Only_what_must_be_escaped_is_escaped() =>
        Assert.Equal("[\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\u007F\u2028<>&'+𠮷\"]", ContentHash.CanonicalJson(new[] { "\"\\/\b\t\n\f\r\u0001\u001F\u007F\u2028<>&'+𠮷" }));

    [Fact]
    public void Nothing_true_and_empty_are_written() => Assert.Equal(
        """{"A":null,"B":true,"C":[],"D":{},"E":""}""",
        ContentHash.CanonicalJson(new { E = "", D = new Dictionary<string, int>(), C = Array.Empty<int>(), B = true, A = (string?)null }));

    [Fact]
    public void A_time_that_may_mean_the_hosts_zone_is_refused() =>
        Assert.Throws<NotSupportedException>(() => ContentHash.Of(new { At = new DateTime(2027, 1, 29) }));

    [Fact]
    public void Any_change_gives_another_hash() => Assert.NotEqual(ContentHash.Of(Call), ContentHash.Of(Call with { Side = Government.Japan }));
}
