namespace Portal.Application.Shared;

/// <summary>Who acts: passed into every domain method that asks for a right. Built once per request from the memberships in force at that moment.</summary>
/// <param name="UserId">The person; <see cref="Guid.Empty"/> for nobody and for the portal itself.</param>
/// <param name="Agency">The government whose agency the person serves; null for candidates.</param>
/// <param name="OrganisationId">The office on whose behalf the person acts.</param>
public sealed record Actor(Guid UserId, Government? Agency, Guid? OrganisationId, IReadOnlySet<Permission> Permissions)
{
    public static readonly Actor Anonymous = new(Guid.Empty, null, null, new HashSet<Permission>());

    /// <summary>The portal itself: the outbox worker and the clock.</summary>
    public static readonly Actor System = new(Guid.Empty, null, null, new HashSet<Permission> { Permission.RunClock });

    /// <summary>How the person signed in; null for nobody and for the portal itself.</summary>
    public SignInProof? Proof { get; init; }

    /// <summary>Such a person holds a passkey that stays on its device, and signs with no other (S-11).</summary>
    public bool SignsForGovernment => Has(Permission.AgreeAwardList) || Has(Permission.SignEquivalence);

    public bool IsSignedIn => UserId != Guid.Empty;

    public bool Has(Permission permission) => Permissions.Contains(permission);

    /// <summary>Who they are was proved as freshly and as strongly as what binds a government asks of this person.</summary>
    public bool HasFreshProof(DateTimeOffset now) => Proof is { } proof && proof.IsFreshAndStrong(now) && (proof.IsDeviceBound || !SignsForGovernment);

    public bool IsAgencyOf(Government government) => Agency == government;

    /// <summary>The parties that an agency is on its own, before a case says who sends and who hosts.</summary>
    public Party AgencyParty => Agency switch
    {
        Government.Japan => Party.JapanAgency,
        Government.UnitedStates => Party.UsAgency,
        _ => Has(Permission.RunClock) ? Party.Clock : Party.None,
    };
}
