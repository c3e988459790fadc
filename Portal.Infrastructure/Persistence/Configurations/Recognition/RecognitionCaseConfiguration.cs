using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Persistence.Configurations.Recognition;

internal sealed class RecognitionCaseConfiguration : IEntityTypeConfiguration<RecognitionCase>
{
    public void Configure(EntityTypeBuilder<RecognitionCase> builder)
    {
        builder.IsAggregate("RecognitionCases");
        builder.Property(x => x.Number).HasMaxLength(RecognitionCase.NumberLength);
        builder.Property(x => x.HolderName).HasMaxLength(1000);
        builder.Property(x => x.SearchText).HasMaxLength(1200);
        builder.Property(x => x.Status).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Mover).HasConversion<string>().HasMaxLength(20).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(x => x.OpenKey).HasMaxLength(64);
        builder.Property(x => x.DecisionBy).HasJson(200);
        builder.Property(x => x.NextBy).HasJson(200);
        builder.Property(x => x.ReviewBy).HasJson(200);
        builder.Property(x => x.Checks).HasJson(40_000);
        builder.Property(x => x.Requests).HasJson(40_000);
        builder.Property(x => x.Verification).HasJson(20_000);
        builder.Property(x => x.Opinion).HasJson(10_000);
        builder.Property(x => x.Decision).HasJson(40_000);
        builder.Property(x => x.Measures).HasJson(100_000);
        builder.Property(x => x.Review).HasJson(20_000);
        builder.Property(x => x.Participants).HasJson(4000);
        foreach (var computed in new[] { nameof(RecognitionCase.BarsReapplication), nameof(RecognitionCase.IsClockStopped), nameof(RecognitionCase.OpenRequest), nameof(RecognitionCase.WhoMoves), nameof(RecognitionCase.HasChoice), nameof(RecognitionCase.IsMeasureLost) })
        {
            builder.Ignore(computed);
        }

        builder.HasEvidence(x => x.Files, "RecognitionCaseFiles");
        builder.OwnsMany(x => x.Certifications, c =>
        {
            c.ToTable("RecognitionCaseCertifications");
            c.HasKey(x => x.Id);
            c.Property(x => x.Id).ValueGeneratedNever();
            c.Property(x => x.Certification).HasMaxLength(Certification.CodeLength);
            c.Property(x => x.Number).HasMaxLength(HeldCertification.NumberLength);
            c.HasOne<HeldCertification>().WithMany().HasForeignKey(x => x.HeldId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.HolderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Equivalence>().WithMany().HasForeignKey(x => x.EquivalenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EquivalenceVersion>().WithMany().HasForeignKey(x => x.EquivalenceVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => x.OpenKey).IsUnique();
        builder.HasIndex(x => new { x.Mover, x.DueAt, x.Number, x.Status });
        builder.HasIndex(x => new { x.HolderId, x.StartedAt });
    }
}

internal sealed class HeldCertificationConfiguration : IEntityTypeConfiguration<HeldCertification>
{
    public void Configure(EntityTypeBuilder<HeldCertification> builder)
    {
        builder.IsAggregate("HeldCertifications");
        builder.Property(x => x.Certification).HasMaxLength(Certification.CodeLength);
        builder.Property(x => x.CertificateNumber).HasMaxLength(HeldCertification.NumberLength);
        builder.HasEvidence(x => x.Files, "HeldCertificationFiles");
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.HolderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.HolderId, x.Certification });
    }
}

internal sealed class RecognitionStatementConfiguration : IEntityTypeConfiguration<RecognitionStatement>
{
    public void Configure(EntityTypeBuilder<RecognitionStatement> builder)
    {
        builder.IsAggregate("RecognitionStatements");
        builder.Property(x => x.Number).HasMaxLength(StatementNumber.Length);
        builder.Property(x => x.HolderName).HasMaxLength(1000);
        builder.Property(x => x.Says).HasJson(1_000_000);
        builder.Ignore(x => x.Initials);
        builder.Ignore(x => x.NameForOthers);
        builder.OwnsMany(x => x.Pdfs, p =>
        {
            p.ToTable("RecognitionStatementPdfs");
            p.HasKey(x => x.Id);
            p.Property(x => x.Id).ValueGeneratedNever();
            p.Property(x => x.Language).HasMaxLength(2);
            p.Property(x => x.StoredName).HasMaxLength(100);
            p.Property(x => x.Sha256).HasMaxLength(64);
            p.HasIndex(x => x.StoredName);
        });
        builder.HasOne<RecognitionCase>().WithMany().HasForeignKey(x => x.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => x.CaseId).IsUnique();
        builder.HasIndex(x => x.EquivalenceVersionId);
    }
}

internal static class EvidenceFiles
{
    /// <summary>Files of one aggregate, in a table of their own.</summary>
    public static void HasEvidence<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, IEnumerable<EvidenceFile>?>> files, string table) where T : Aggregate =>
        builder.OwnsMany(files, f =>
        {
            f.ToTable(table);
            f.HasKey(x => x.Id);
            f.Property(x => x.Id).ValueGeneratedNever();
            f.Property(x => x.FileName).HasMaxLength(300);
            f.Property(x => x.Kind).HasConversion<string>().HasMaxLength(40);
            f.Property(x => x.StoredName).HasMaxLength(100);
            f.Property(x => x.Sha256).HasMaxLength(64);
            f.HasIndex(x => x.StoredName);
        });
}
