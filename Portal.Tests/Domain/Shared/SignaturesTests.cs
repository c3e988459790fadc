using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Shared;

public sealed class SignaturesTests
{
    private static readonly Actor Japan = Actors.Officer(Government.Japan), UnitedStates = Actors.Officer(Government.UnitedStates);
    private static readonly Thing Subject = new();

    private readonly List<Signature> _keys = [];

    [Fact]
    public void Two_governments_on_one_content_are_an_agreement()
    {
        Assert.False(Sign(Japan));
        Assert.True(Sign(UnitedStates));
    }

    [Fact]
    public void A_key_names_who_where_when_and_what()
    {
        Sign(Japan);
        var key = Assert.Single(_keys);
        Assert.Equal(
            (Government.Japan, Japan.UserId, Japan.OrganisationId!.Value, TestData.Now, "A", "Approve"),
            (key.Government, key.SignerId, key.OrganisationId, key.At, key.ContentHash, key.Purpose));
    }

    [Fact]
    public void One_government_is_not_two_even_with_two_people()
    {
        Sign(Japan);
        var refused = Assert.Throws<RefusedException>(() => Sign(Actors.Officer(Government.Japan)));
        Assert.Equal(Signatures.AlreadySigned, refused.Error.Code);
        Assert.Same(Subject, refused.Subject);
    }

    [Fact]
    public void A_content_other_than_the_one_shown_is_not_signed()
    {
        var refused = Assert.Throws<RefusedException>(() => Sign(Japan, seen: "A", present: "B"));
        Assert.Equal(Signatures.ContentChanged, refused.Error.Code);
        Assert.Same(Subject, refused.Subject);
        Assert.Empty(_keys);
    }

    [Fact]
    public void Keys_on_two_contents_are_no_agreement_and_the_earlier_one_is_void()
    {
        Sign(Japan);
        Assert.False(Sign(UnitedStates, seen: "B", present: "B"));
        Assert.Equal("B", Assert.Single(_keys).ContentHash);
        Assert.True(Sign(Japan, seen: "B", present: "B"));
    }

    [Fact]
    public void A_key_for_one_purpose_does_not_count_for_another()
    {
        Sign(Japan, purpose: "Agree");
        Assert.False(Sign(UnitedStates));
        Assert.Equal(2, _keys.Count);
    }

    [Fact]
    public void Who_serves_no_government_has_no_key() => Assert.Throws<ForbiddenException>(() => Sign(Actors.Candidate()));

    private bool Sign(Actor actor, string seen = "A", string present = "A", string purpose = "Approve") =>
        _keys.Sign(purpose, seen, present, actor, TestData.Now, Subject);

    private sealed class Thing : Aggregate;
}
