using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Identity;

public sealed class OrganisationTests
{
    private static readonly DateOnly First = new(2015, 1, 9), Second = new(2025, 7, 1);
    private static readonly BilingualText Old = new("旧称", "Old name"), New = new("新称", "New name");

    [Theory]
    [InlineData("2010-01-01", "Old name")]
    [InlineData("2015-01-09", "Old name")]
    [InlineData("2025-06-30", "Old name")]
    [InlineData("2025-07-01", "New name")]
    [InlineData("2030-01-01", "New name")]
    public void Every_day_has_the_name_of_that_day(string day, string name) =>
        Assert.Equal(name, Renamed().NameOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).En);

    [Fact]
    public void A_name_may_be_entered_for_the_past()
    {
        var organisation = Renamed();
        organisation.Rename(new("中間", "Middle"), new(2020, 1, 1));
        Assert.Equal(["Old name", "Middle", "New name"], new[] { 2016, 2021, 2026 }.Select(year => organisation.NameOn(new(year, 1, 1)).En));
    }

    [Fact]
    public void Two_names_cannot_begin_on_one_day() =>
        Assert.Equal("From", Attempt.Refused("Identity.Organisation.NameExists", () => Renamed().Rename(New, Second)).Field);

    [Fact]
    public void A_code_is_kept_in_capitals() => Assert.Equal("NISC", Renamed().Code);

    [Fact]
    public void Each_government_sees_its_own_organisations()
    {
        var organisation = Renamed();
        bool IsSeen(Actor actor) => Organisation.VisibleTo(actor).Compile()(organisation);
        Assert.True(IsSeen(Actors.Administrator(Government.Japan)));
        Assert.True(IsSeen(Actor.System));
        Assert.False(IsSeen(Actors.Administrator(Government.UnitedStates)));
        Assert.False(IsSeen(Actors.Candidate()));
    }

    private static Organisation Renamed()
    {
        var organisation = Organisation.Register(" nisc ", Government.Japan, Old, First);
        organisation.Rename(New, Second);
        return organisation;
    }
}
