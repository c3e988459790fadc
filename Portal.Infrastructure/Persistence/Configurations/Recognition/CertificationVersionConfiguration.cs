using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Recognition;

internal sealed class CertificationVersionConfiguration : IEntityTypeConfiguration<CertificationVersion>
{
    public void Configure(EntityTypeBuilder<CertificationVersion> builder)
    {
        builder.IsAggregate("CertificationVersions");
        builder.IsEvidence("CertificationVersionSignatures");
        builder.Property(x => x.Label).HasMaxLength(CertificationVersion.LabelLength);
        builder.ComplexProperty(x => x.Note, n =>
        {
            n.Property(x => x.Ja).HasMaxLength(CertificationVersion.NoteLength);
            n.Property(x => x.En).HasMaxLength(CertificationVersion.NoteLength);
        });
        builder.HasMany(x => x.Claims).WithOne().HasForeignKey(x => x.CertificationVersionId);
        builder.HasMany(x => x.Imports).WithOne().HasForeignKey(x => x.CertificationVersionId);
        builder.HasOne<Certification>().WithMany().HasForeignKey(x => x.CertificationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.CertificationId, x.Label }).IsUnique();
    }
}

internal sealed class EvidenceClaimConfiguration : IEntityTypeConfiguration<EvidenceClaim>
{
    public void Configure(EntityTypeBuilder<EvidenceClaim> builder)
    {
        builder.ToTable("EvidenceClaims");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Statement).HasMaxLength(FrameworkElement.CodeLength);
        builder.Property(x => x.Strength).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Confidence).HasPrecision(4, 3);
        builder.Property(x => x.Source).HasMaxLength(EvidenceClaim.SourceLength);
        // Codes hold no spaces.
        builder.Property(x => x.Items).HasMaxLength(EvidenceClaim.MostItems * (EvidenceItem.CodeLength + 1)).HasConversion(
            items => string.Join(' ', items), text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), items => items.Count, items => items));
        builder.HasOne<Framework>().WithMany().HasForeignKey(x => x.FrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.CertificationVersionId, x.FrameworkId, x.Statement }).IsUnique();
    }
}

internal sealed class ClaimImportConfiguration : IEntityTypeConfiguration<ClaimImport>
{
    public void Configure(EntityTypeBuilder<ClaimImport> builder)
    {
        builder.ToTable("ClaimImports");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.FileHash).HasMaxLength(ClaimImport.HashLength);
    }
}

internal sealed class RequirementSetConfiguration : IEntityTypeConfiguration<RequirementSet>
{
    public void Configure(EntityTypeBuilder<RequirementSet> builder)
    {
        builder.IsAggregate("RequirementSets");
        builder.Property(x => x.TargetKind).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.TargetCode).HasMaxLength(Target.CodeLength);
        builder.Property(x => x.Rows).HasJson(200_000);
        builder.Ignore(x => x.Target);
        builder.Ignore(x => x.ContentHash);
        builder.HasOne<Framework>().WithMany().HasForeignKey(x => x.FrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.TargetKind, x.TargetCode, x.FrameworkId, x.Number }).IsUnique();
    }
}
