using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Infrastructure.Connect;

namespace Portal.Infrastructure.Persistence.Configurations.Connect;

internal sealed class ConnectKeyConfiguration : IEntityTypeConfiguration<ConnectKey>
{
    public void Configure(EntityTypeBuilder<ConnectKey> builder)
    {
        builder.ToTable("ConnectKeys");
        // The number is what two nodes cannot both take.
        builder.HasKey(x => new { x.Purpose, x.Generation });
        builder.Property(x => x.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(x => x.Generation).ValueGeneratedNever();
        builder.Property(x => x.KeyId).HasMaxLength(64).IsUnicode(false);
        builder.Property(x => x.Algorithm).HasMaxLength(20).IsUnicode(false);
        builder.Property(x => x.PublicKey).HasMaxLength(1000);
        builder.Property(x => x.Sealed).HasMaxLength(4000);
    }
}
