using Microsoft.EntityFrameworkCore;
using Portal.Application;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Persistence;

/// <summary>
/// The scope's context under its port, and not disposable: a scope disposes whatever it hands out once per registration, and a pooled context
/// that is given back twice would serve two requests at the same time.
/// </summary>
internal sealed class PortalDb(PortalDbContext db) : IPortalDb
{
    public DbSet<Person> People => db.People;
    public DbSet<Organisation> Organisations => db.Organisations;
    public DbSet<Membership> Memberships => db.Memberships;
    public DbSet<ConnectedSystem> ConnectedSystems => db.ConnectedSystems;
    public DbSet<FellowshipCall> FellowshipCalls => db.FellowshipCalls;
    public DbSet<FellowshipApplication> FellowshipApplications => db.FellowshipApplications;
    public DbSet<AwardList> AwardLists => db.AwardLists;
    public DbSet<Framework> Frameworks => db.Frameworks;
    public DbSet<Certification> Certifications => db.Certifications;
    public DbSet<CertificationVersion> CertificationVersions => db.CertificationVersions;
    public DbSet<EvidenceItem> EvidenceItems => db.EvidenceItems;
    public DbSet<MappingSet> MappingSets => db.MappingSets;
    public DbSet<RequirementSet> RequirementSets => db.RequirementSets;
    public DbSet<CoverageRow> CoverageRows => db.CoverageRows;
    public DbSet<TargetCoverage> TargetCoverages => db.TargetCoverages;
    public DbSet<Equivalence> Equivalences => db.Equivalences;
    public DbSet<EquivalenceVersion> EquivalenceVersions => db.EquivalenceVersions;
    public DbSet<HeldCertification> HeldCertifications => db.HeldCertifications;
    public DbSet<RecognitionCase> RecognitionCases => db.RecognitionCases;
    public DbSet<RecognitionStatement> RecognitionStatements => db.RecognitionStatements;
    public DbSet<DcwfRole> DcwfRoles => db.DcwfRoles;
    public DbSet<ReferencePlacement> ReferencePlacements => db.ReferencePlacements;
    public DbSet<Holiday> Holidays => db.Holidays;
    public DbSet<AuditEntry> AuditEntries => db.AuditEntries;
    public DbSet<FileReading> FileReadings => db.FileReadings;

    /// <exception cref="StaleException">Somebody else saved what may be there only once: two people at the same moment see it free.</exception>
    public async Task<int> SaveChangesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException taken) when (taken.IsTaken())
        {
            throw new StaleException();
        }
    }
}
