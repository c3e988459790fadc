using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Persistence.Configurations.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.CaseType).HasMaxLength(100);
        builder.Property(x => x.Operation).HasMaxLength(100);
        builder.Property(x => x.Proof).HasMaxLength(60);
        builder.Property(x => x.Reason).HasMaxLength(4000);
        builder.Property(x => x.FromStatus).HasMaxLength(40);
        builder.Property(x => x.ToStatus).HasMaxLength(40);
        builder.Property(x => x.Changes).HasMaxLength(200_000);
        builder.Property(x => x.Refusal).HasMaxLength(200);
        builder.Property(x => x.PreviousHash).HasMaxLength(64);
        builder.Property(x => x.Hash).HasMaxLength(64);
        builder.HasIndex(x => new { x.CaseId, x.Sequence }).IsUnique();
        builder.HasIndex(x => x.At);
    }
}

internal sealed class FileReadingConfiguration : IEntityTypeConfiguration<FileReading>
{
    public void Configure(EntityTypeBuilder<FileReading> builder)
    {
        builder.ToTable("FileReadings");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.CaseType).HasMaxLength(100);
        builder.HasIndex(x => new { x.CaseId, x.ActorId, x.At });
    }
}
