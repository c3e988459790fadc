using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Tests.Support;

/// <summary>One of each kind of person, with the rights of their role. Every call makes another person.</summary>
internal static class Actors
{
    private static readonly Dictionary<Government, Guid> Offices = Governments.Both.ToDictionary(g => g, _ => Guid.CreateVersion7());

    /// <summary>The portal itself.</summary>
    public static Actor Clock => Actor.System;

    public static Actor Candidate() => new(Guid.CreateVersion7(), null, null, Roles.Permissions[Role.Candidate]);

    /// <summary>Signed in, with the rights of a candidate, and no part in any case.</summary>
    public static Actor Stranger() => Candidate();

    public static Actor Officer(Government government) => Staff(Role.ProgrammeOfficer, government);

    public static Actor Official(Government government) => Staff(Role.DecidingOfficial, government);

    public static Actor Auditor(Government government) => Staff(Role.Auditor, government);

    public static Actor Administrator(Government government) => Staff(Role.Administrator, government);

    public static Actor Staff(Role role, Government government) =>
        new(Guid.CreateVersion7(), government, Offices[government], Roles.Permissions[role]);

    /// <summary>Everybody who might try a step, by a name for messages: strangers, every role of both governments, the clock.</summary>
    public static IEnumerable<(string Name, Actor Actor)> Everybody() =>
    [
        ("nobody", Actor.Anonymous),
        ("a stranger", Stranger()),
        .. from role in Roles.OfStaff
           from government in Governments.Both
           select ($"{role} of {government}", Staff(role, government)),
        ("the clock", Clock),
    ];
}
