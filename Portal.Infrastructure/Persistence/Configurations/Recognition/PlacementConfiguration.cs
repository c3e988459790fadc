using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Recognition;

internal sealed class DcwfRoleConfiguration : IEntityTypeConfiguration<DcwfRole>
{
    public void Configure(EntityTypeBuilder<DcwfRole> builder)
    {
        builder.ToTable("DcwfRoles");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Code).HasMaxLength(DcwfRole.CodeLength);
        builder.Property(x => x.Title).HasMaxLength(DcwfRole.TitleLength);
        builder.Property(x => x.Element).HasMaxLength(DcwfRole.ElementLength);
        builder.Property(x => x.NiceCode).HasMaxLength(FrameworkElement.CodeLength);
        builder.Property(x => x.Definition).HasMaxLength(DcwfRole.DefinitionLength);
        builder.Property(x => x.Edition).HasMaxLength(DcwfRole.EditionLength);
        builder.HasIndex(x => x.Code).IsUnique();
        builder.HasIndex(x => x.NiceCode);
    }
}

internal sealed class ReferencePlacementConfiguration : IEntityTypeConfiguration<ReferencePlacement>
{
    public void Configure(EntityTypeBuilder<ReferencePlacement> builder)
    {
        builder.ToTable("ReferencePlacements");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Proficiency).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Edition).HasMaxLength(DcwfRole.EditionLength);
        builder.HasIndex(x => new { x.CertificationId, x.DcwfRoleId }).IsUnique();
        builder.HasOne<Certification>().WithMany().HasForeignKey(x => x.CertificationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DcwfRole>().WithMany().HasForeignKey(x => x.DcwfRoleId).OnDelete(DeleteBehavior.Restrict);
    }
}
