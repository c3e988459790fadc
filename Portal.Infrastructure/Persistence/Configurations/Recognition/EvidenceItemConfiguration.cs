using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Recognition;

internal sealed class EvidenceItemConfiguration : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.IsAggregate("EvidenceItems");
        builder.IsEvidence("EvidenceItemSignatures");
        builder.Property(x => x.Code).HasMaxLength(EvidenceItem.CodeLength);
        builder.Property(x => x.Type).HasConversion<string>().HasMaxLength(40);
        builder.ComplexProperty(x => x.Title, t =>
        {
            t.Property(x => x.Ja).HasMaxLength(EvidenceItem.TitleLength);
            t.Property(x => x.En).HasMaxLength(EvidenceItem.TitleLength);
        });
        builder.Property(x => x.Uri).HasMaxLength(EvidenceItem.UriLength);
        builder.Property(x => x.Sha256).HasMaxLength(EvidenceItem.HashLength);
        builder.Property(x => x.ObtainedBy).HasMaxLength(EvidenceItem.ObtainedByLength);
        builder.Property(x => x.Language).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Confidentiality).HasConversion<string>().HasMaxLength(40);
        builder.HasOne<Certification>().WithMany().HasForeignKey(x => x.CertificationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.CertificationId, x.Code }).IsUnique();
    }
}
