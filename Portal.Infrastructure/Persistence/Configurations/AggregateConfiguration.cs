using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Persistence.Configurations;

/// <summary>What all aggregates have in common.</summary>
internal static class AggregateConfiguration
{
    public static void IsAggregate<T>(this EntityTypeBuilder<T> builder, string table) where T : Aggregate
    {
        builder.ToTable(table);
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Version).IsConcurrencyToken();
        builder.Ignore(x => x.Events);
        builder.Ignore(x => x.IsOnRecord);
        builder.Ignore(x => x.IsTouched);
        builder.Ignore(x => x.Side);
        builder.Ignore(x => x.StatusName);
    }

    /// <summary>Signatures of one aggregate, in a table of their own.</summary>
    public static void HasSignatures<T>(this EntityTypeBuilder<T> builder, System.Linq.Expressions.Expression<Func<T, IEnumerable<Signature>?>> signatures, string table)
        where T : Aggregate =>
        builder.OwnsMany(signatures, s =>
        {
            s.ToTable(table);
            s.HasKey(x => x.Id);
            s.Property(x => x.Id).ValueGeneratedNever();
            s.Property(x => x.Purpose).HasMaxLength(40);
            s.Property(x => x.ContentHash).HasMaxLength(64);
        });
}
