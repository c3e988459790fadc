using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Application;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Audit;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Outbox;

namespace Portal.Infrastructure.Persistence;

/// <summary>Pooled, so the constructor takes options only; what depends on the request comes through <see cref="Scope"/>, set at every checkout.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options)
    : IdentityUserContext<PortalUser, Guid>(options), IPortalDb, IDataProtectionKeyContext
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<ConnectedSystem> ConnectedSystems => Set<ConnectedSystem>();
    public DbSet<FellowshipCall> FellowshipCalls => Set<FellowshipCall>();
    public DbSet<FellowshipApplication> FellowshipApplications => Set<FellowshipApplication>();
    public DbSet<AwardList> AwardLists => Set<AwardList>();
    public DbSet<Framework> Frameworks => Set<Framework>();
    public DbSet<Certification> Certifications => Set<Certification>();
    public DbSet<CertificationVersion> CertificationVersions => Set<CertificationVersion>();
    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();
    public DbSet<MappingSet> MappingSets => Set<MappingSet>();
    public DbSet<RequirementSet> RequirementSets => Set<RequirementSet>();
    public DbSet<CoverageRow> CoverageRows => Set<CoverageRow>();
    public DbSet<TargetCoverage> TargetCoverages => Set<TargetCoverage>();
    public DbSet<Equivalence> Equivalences => Set<Equivalence>();
    public DbSet<EquivalenceVersion> EquivalenceVersions => Set<EquivalenceVersion>();
    public DbSet<HeldCertification> HeldCertifications => Set<HeldCertification>();
    public DbSet<RecognitionCase> RecognitionCases => Set<RecognitionCase>();
    public DbSet<RecognitionStatement> RecognitionStatements => Set<RecognitionStatement>();
    public DbSet<DcwfRole> DcwfRoles => Set<DcwfRole>();
    public DbSet<ReferencePlacement> ReferencePlacements => Set<ReferencePlacement>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<FileReading> FileReadings => Set<FileReading>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<SentMail> SentMails => Set<SentMail>();
    public DbSet<OperationRecord> Operations => Set<OperationRecord>();
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();
    public DbSet<Tally> Tallies => Set<Tally>();
    public DbSet<Authenticator> Authenticators => Set<Authenticator>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<PasskeyChallenge> PasskeyChallenges => Set<PasskeyChallenge>();
    public DbSet<ConnectKey> ConnectKeys => Set<ConnectKey>();
    public DbSet<FactorRemoval> FactorRemovals => Set<FactorRemoval>();
    public DbSet<RecoveryRequest> RecoveryRequests => Set<RecoveryRequest>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The services of the request or job that works with this context: who acts, on what operation.</summary>
    internal IServiceProvider? Scope { get; set; }

    // Back in the pool it forgets whom it worked for: the next borrower may have no scope of its own.
    public override void Dispose()
    {
        Scope = null;
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Scope = null;
        return base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict<Guid>();
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        configurationBuilder.Properties<Government>().HaveConversion<string>().HaveMaxLength(40);
    }
}
