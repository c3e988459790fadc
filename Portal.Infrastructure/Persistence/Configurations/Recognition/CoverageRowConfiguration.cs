using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Recognition;

internal sealed class CoverageRowConfiguration : IEntityTypeConfiguration<CoverageRow>
{
    public void Configure(EntityTypeBuilder<CoverageRow> builder)
    {
        builder.ToTable("CoverageRows");
        builder.HasKey(x => new { x.FrameworkId, x.CertificationId });
        builder.Property(x => x.ComputedAt).IsConcurrencyToken();
        builder.HasMany(x => x.Pairs).WithOne().HasForeignKey(x => new { x.FrameworkId, x.CertificationId });
        builder.HasOne<Certification>().WithMany().HasForeignKey(x => x.CertificationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Framework>().WithMany().HasForeignKey(x => x.FrameworkId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TargetCoverageConfiguration : IEntityTypeConfiguration<TargetCoverage>
{
    public void Configure(EntityTypeBuilder<TargetCoverage> builder)
    {
        builder.ToTable("TargetCoverages");
        builder.HasKey(x => new { x.FrameworkId, x.CertificationId, x.RequirementSetId });
        builder.HasOne<RequirementSet>().WithMany().HasForeignKey(x => x.RequirementSetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.Content, x.CertificationId, x.RequirementSetId }).IsDescending(true, false, false);
    }
}
