using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Recognition;

internal sealed class FrameworkConfiguration : IEntityTypeConfiguration<Framework>
{
    public void Configure(EntityTypeBuilder<Framework> builder)
    {
        builder.ToTable("Frameworks");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Identifier).HasMaxLength(Framework.IdentifierLength);
        builder.Property(x => x.Name).HasMaxLength(Framework.NameLength);
        builder.Property(x => x.Version).HasMaxLength(Framework.VersionLength);
        builder.Property(x => x.Website).HasMaxLength(Framework.WebsiteLength);
        builder.HasIndex(x => x.Identifier).IsUnique();
        builder.HasMany(x => x.Elements).WithOne().HasForeignKey(x => x.FrameworkId);
        builder.HasMany(x => x.Links).WithOne().HasForeignKey(x => x.FrameworkId);
    }
}

internal sealed class FrameworkElementConfiguration : IEntityTypeConfiguration<FrameworkElement>
{
    public void Configure(EntityTypeBuilder<FrameworkElement> builder)
    {
        builder.ToTable("FrameworkElements");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Code).HasMaxLength(FrameworkElement.CodeLength);
        builder.Property(x => x.Title).HasMaxLength(FrameworkElement.TitleLength);
        builder.Property(x => x.Text).HasMaxLength(FrameworkElement.TextLength);
        builder.Property(x => x.RetiredIn).HasMaxLength(Framework.VersionLength);
        builder.Property(x => x.ParentCode).HasMaxLength(FrameworkElement.CodeLength);
        builder.HasIndex(x => new { x.FrameworkId, x.Kind, x.Code }).IsUnique();
    }
}

internal sealed class FrameworkLinkConfiguration : IEntityTypeConfiguration<FrameworkLink>
{
    public void Configure(EntityTypeBuilder<FrameworkLink> builder)
    {
        builder.ToTable("FrameworkLinks");
        builder.HasKey(x => new { x.FrameworkId, x.FromCode, x.ToCode });
        builder.Property(x => x.FromCode).HasMaxLength(FrameworkElement.CodeLength);
        builder.Property(x => x.ToCode).HasMaxLength(FrameworkElement.CodeLength);
        builder.HasIndex(x => new { x.FrameworkId, x.ToCode });
    }
}
