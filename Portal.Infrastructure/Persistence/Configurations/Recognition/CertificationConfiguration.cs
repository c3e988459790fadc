using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Recognition;

internal sealed class CertificationConfiguration : IEntityTypeConfiguration<Certification>
{
    public void Configure(EntityTypeBuilder<Certification> builder)
    {
        builder.ToTable("Certifications");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Code).HasMaxLength(Certification.CodeLength);
        builder.Property(x => x.NameEn).HasMaxLength(Certification.NameLength);
        builder.Property(x => x.NameJa).HasMaxLength(Certification.NameLength);
        builder.Property(x => x.Issuer).HasMaxLength(Certification.IssuerLength);
        builder.Property(x => x.IssuerCountry).HasMaxLength(Certification.CountryLength);
        builder.Property(x => x.LevelHint).HasMaxLength(Certification.LevelHintLength);
        builder.Property(x => x.Confidence).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.SearchText).HasMaxLength(Certification.SearchTextLength);
        builder.HasIndex(x => x.Code).IsUnique();
    }
}
