using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Infrastructure.Outbox;

namespace Portal.Infrastructure.Persistence.Configurations.Outbox;

internal sealed class SentMailConfiguration : IEntityTypeConfiguration<SentMail>
{
    public void Configure(EntityTypeBuilder<SentMail> builder)
    {
        builder.ToTable("SentMails");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Id).HasMaxLength(64).IsFixedLength().IsUnicode(false);
    }
}
