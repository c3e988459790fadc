using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Fellowships.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Fellowships;

internal sealed class AwardListConfiguration : IEntityTypeConfiguration<AwardList>
{
    public void Configure(EntityTypeBuilder<AwardList> builder)
    {
        builder.IsAggregate("AwardLists");
        builder.Property(x => x.Status).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Entries).HasJson(2_000_000);
        builder.Property(x => x.AnswerBy).HasJson(200);
        builder.Property(x => x.ReturnReason).HasMaxLength(4000);
        builder.Ignore(x => x.ContentHash);
        builder.HasSignatures(x => x.Signatures, "AwardListSignatures");
        builder.HasOne<FellowshipCall>().WithMany().HasForeignKey(x => x.CallId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => x.CallId).IsUnique();
    }
}
