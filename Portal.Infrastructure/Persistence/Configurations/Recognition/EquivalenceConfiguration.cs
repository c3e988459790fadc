using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Recognition;

internal sealed class EquivalenceConfiguration : IEntityTypeConfiguration<Equivalence>
{
    public void Configure(EntityTypeBuilder<Equivalence> builder)
    {
        builder.IsAggregate("Equivalences");
        builder.Property(x => x.Number).HasMaxLength(Equivalence.NumberLength);
        builder.Property(x => x.Source).HasJson(4000);
        builder.Property(x => x.SourceKey).HasMaxLength(EquivalenceSource.KeyLength);
        builder.Property(x => x.TargetKind).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.TargetCode).HasMaxLength(Target.CodeLength);
        builder.Ignore(x => x.Target);
        builder.Property(x => x.Withdrawing).HasJson(8000);
        builder.Property(x => x.ReviewCalls).HasJson(20_000);
        builder.Property(x => x.Reviews).HasJson(20_000);
        builder.HasSignatures(x => x.Signatures, "EquivalenceSignatures");
        builder.HasMany(x => x.Periods).WithOne().HasForeignKey(x => x.EquivalenceId);
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => new { x.SourceKey, x.TargetKind, x.TargetCode }).IsUnique();
        builder.HasIndex(x => new { x.SourceSide, x.TargetKind, x.SourceKey, x.AgreedAt });
        builder.HasIndex(x => new { x.SourceSide, x.TargetKind, x.TargetCode, x.AgreedAt });
    }
}

internal sealed class EquivalencePeriodConfiguration : IEntityTypeConfiguration<EquivalencePeriod>
{
    public void Configure(EntityTypeBuilder<EquivalencePeriod> builder)
    {
        builder.ToTable("EquivalencePeriods");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Scope).HasJson(4000);
        builder.ComplexProperty(x => x.Figures, f => f.Property(x => x.Decision).HasConversion<string>().HasMaxLength(40));
        builder.HasIndex(x => new { x.RecordedAt, x.EquivalenceId });
        builder.HasIndex(x => new { x.EquivalenceId, x.ReplacedAt, x.From });
    }
}

internal sealed class EquivalenceVersionConfiguration : IEntityTypeConfiguration<EquivalenceVersion>
{
    public void Configure(EntityTypeBuilder<EquivalenceVersion> builder)
    {
        builder.IsAggregate("EquivalenceVersions");
        builder.Property(x => x.Status).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Content).HasJson(1_000_000);
        builder.Property(x => x.Report).HasJson(2_000_000);
        builder.Property(x => x.Agreement).HasJson(100_000);
        builder.Property(x => x.Adjudications).HasJson(1_000_000);
        builder.Property(x => x.ReturnReason).HasMaxLength(4000);
        builder.HasSignatures(x => x.Signatures, "EquivalenceVersionSignatures");
        builder.HasMany(x => x.Reviewers).WithOne().HasForeignKey(x => x.VersionId);
        builder.HasMany(x => x.Ratings).WithOne().HasForeignKey(x => x.VersionId);
        builder.HasOne<Equivalence>().WithMany().HasForeignKey(x => x.EquivalenceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.EquivalenceId, x.Number }).IsUnique();
        builder.HasIndex(x => new { x.Status, x.Id });
        builder.HasIndex(x => new { x.Status, x.ReviewDueOn });
    }
}

internal sealed class ReviewerConfiguration : IEntityTypeConfiguration<Reviewer>
{
    public void Configure(EntityTypeBuilder<Reviewer> builder)
    {
        builder.ToTable("EquivalenceReviewers");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => new { x.VersionId, x.Round, x.PersonId }).IsUnique();
    }
}

internal sealed class RatingConfiguration : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.ToTable("EquivalenceRatings");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Statement).HasMaxLength(FrameworkElement.CodeLength);
        builder.HasIndex(x => new { x.VersionId, x.Round, x.ReviewerId, x.Statement }).IsUnique();
    }
}
