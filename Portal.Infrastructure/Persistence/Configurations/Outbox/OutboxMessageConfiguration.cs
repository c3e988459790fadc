using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Infrastructure.Outbox;

namespace Portal.Infrastructure.Persistence.Configurations.Outbox;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Type).HasMaxLength(100);
        builder.Property(x => x.Payload).HasMaxLength(2000);
        builder.Property(x => x.LastError).HasMaxLength(200);

        // open rows stand together under null, so the poll reads a few of them and none of the done
        builder.HasIndex(x => new { x.CompletedAt, x.DeadAt, x.DueAt });
    }
}
