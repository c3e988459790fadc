using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>Who must act next on an award list.</summary>
/// <param name="Government">Null when either government may.</param>
public sealed record NextKey(AwardListStep Step, Role Role, Government? Government);

/// <summary>A key that was turned: by whom, for which office as it was called then.</summary>
public sealed record TurnedKey(AwardListStep Step, Government Government, string? Person, BilingualText? Office, DateTimeOffset At);

internal static class NextKeys
{
    public static IReadOnlyList<NextKey> Of(AwardList list) => list.Status switch
    {
        AwardListStatus.Draft => [new(AwardListStep.Propose, Role.ProgrammeOfficer, null)],
        AwardListStatus.Proposed => Missing(list, AwardListStep.Agree, Role.DecidingOfficial),
        AwardListStatus.Agreed => [new(AwardListStep.Stage, Role.ProgrammeOfficer, null)],
        AwardListStatus.Staged => Missing(list, AwardListStep.Release, Role.ProgrammeOfficer),
        _ => [],
    };

    public static async Task<IReadOnlyList<TurnedKey>> TurnedAsync(IPortalDb db, AwardList list, CancellationToken ct)
    {
        var who = await WhoIsWho.OfAsync(db, list.Signatures.Select(s => s.SignerId), list.Signatures.Select(s => (Guid?)s.OrganisationId), ct);
        return
        [
            .. list.Signatures.OrderBy(s => s.At).Select(s => new TurnedKey(
                Enum.Parse<AwardListStep>(s.Purpose), s.Government, who.Person(s.SignerId), who.Office(s.OrganisationId, s.At), s.At)),
        ];
    }

    private static IReadOnlyList<NextKey> Missing(AwardList list, AwardListStep step, Role role) =>
        [.. Governments.Both.Where(g => !list.HasSigned(g, step)).Select(g => new NextKey(step, role, g))];
}
