using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Recognition;

internal sealed class MappingSetConfiguration : IEntityTypeConfiguration<MappingSet>
{
    public void Configure(EntityTypeBuilder<MappingSet> builder)
    {
        builder.IsAggregate("MappingSets");
        builder.HasMany(x => x.Mappings).WithOne().HasForeignKey(x => x.SetId);
        builder.HasOne<Framework>().WithMany().HasForeignKey(x => x.SubjectFrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Framework>().WithMany().HasForeignKey(x => x.TargetFrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.SubjectFrameworkId, x.TargetFrameworkId }).IsUnique();
    }
}

internal sealed class StatementMappingConfiguration : IEntityTypeConfiguration<StatementMapping>
{
    public void Configure(EntityTypeBuilder<StatementMapping> builder)
    {
        builder.ToTable("StatementMappings");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Subject).HasMaxLength(FrameworkElement.CodeLength);
        builder.Property(x => x.Target).HasMaxLength(FrameworkElement.CodeLength);
        builder.Property(x => x.Relation).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Fraction).HasPrecision(4, 3);
        builder.Property(x => x.Facet).HasMaxLength(StatementMapping.FacetLength);
        builder.Property(x => x.Rationale).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Confidence).HasPrecision(4, 3);
        builder.Property(x => x.Justification).HasMaxLength(StatementMapping.JustificationLength);
        builder.HasIndex(x => new { x.SetId, x.Subject });
    }
}
