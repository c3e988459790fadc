using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Recognition;

internal static class EvidenceMapping
{
    /// <summary>How evidence is withdrawn is kept alike for every kind of it, each in its own tables.</summary>
    public static void IsEvidence<T>(this EntityTypeBuilder<T> builder, string signatures)
        where T : Evidence
    {
        builder.Property(x => x.Withdrawing).HasJson(8000);
        builder.Property(x => x.WithdrawalReason).HasMaxLength(Evidence.ReasonLength);
        builder.HasSignatures(x => x.Signatures, signatures);
    }
}
