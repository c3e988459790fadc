using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Fellowships.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Fellowships;

internal sealed class FellowshipCallConfiguration : IEntityTypeConfiguration<FellowshipCall>
{
    public void Configure(EntityTypeBuilder<FellowshipCall> builder)
    {
        builder.IsAggregate("FellowshipCalls");
        builder.Property(x => x.Code).HasMaxLength(10);
        builder.Property(x => x.Status).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Content).HasJson(200_000);
        builder.Property(x => x.ReturnReason).HasMaxLength(4000);
        builder.Ignore(x => x.ContentHash);
        builder.Ignore(x => x.Awaited);
        builder.HasSignatures(x => x.Signatures, "FellowshipCallSignatures");
        builder.HasIndex(x => x.Code).IsUnique();
        builder.HasIndex(x => new { x.Status, x.ClosesAt });
        builder.HasIndex(x => new { x.ClosesAt, x.Id });
    }
}
