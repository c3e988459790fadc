using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application;

/// <summary>The one seam to the database: a set per aggregate, and one save per command.</summary>
public interface IPortalDb
{
    DbSet<Person> People { get; }
    DbSet<Organisation> Organisations { get; }
    DbSet<Membership> Memberships { get; }
    DbSet<ConnectedSystem> ConnectedSystems { get; }
    DbSet<FellowshipCall> FellowshipCalls { get; }
    DbSet<FellowshipApplication> FellowshipApplications { get; }
    DbSet<AwardList> AwardLists { get; }
    DbSet<Framework> Frameworks { get; }
    DbSet<Certification> Certifications { get; }
    DbSet<CertificationVersion> CertificationVersions { get; }
    DbSet<EvidenceItem> EvidenceItems { get; }
    DbSet<MappingSet> MappingSets { get; }
    DbSet<RequirementSet> RequirementSets { get; }
    DbSet<CoverageRow> CoverageRows { get; }
    DbSet<TargetCoverage> TargetCoverages { get; }
    DbSet<Equivalence> Equivalences { get; }
    DbSet<EquivalenceVersion> EquivalenceVersions { get; }
    DbSet<HeldCertification> HeldCertifications { get; }
    DbSet<RecognitionCase> RecognitionCases { get; }
    DbSet<RecognitionStatement> RecognitionStatements { get; }
    DbSet<DcwfRole> DcwfRoles { get; }
    DbSet<ReferencePlacement> ReferencePlacements { get; }
    DbSet<Holiday> Holidays { get; }
    DbSet<AuditEntry> AuditEntries { get; }
    DbSet<FileReading> FileReadings { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}

public static class PortalDbExtensions
{
    /// <summary>The aggregate with this id among those the query lets through.</summary>
    /// <exception cref="NotFoundException">There is none, or it is not visible.</exception>
    public static async Task<T> GetAsync<T>(this IQueryable<T> visible, Guid id, CancellationToken ct) where T : Aggregate =>
        await visible.FirstOrDefaultAsync(x => x.Id == id, ct) ?? throw new NotFoundException();
}
