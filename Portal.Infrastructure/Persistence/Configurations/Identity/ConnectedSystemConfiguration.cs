using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Identity.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Identity;

internal sealed class ConnectedSystemConfiguration : IEntityTypeConfiguration<ConnectedSystem>
{
    // Ten addresses of 300 characters; JSON writes some of them with six.
    private const int Addresses = 20_000;

    public void Configure(EntityTypeBuilder<ConnectedSystem> builder)
    {
        builder.IsAggregate("ConnectedSystems");
        builder.Property(x => x.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Status).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Name).HasJson(2000);
        builder.Property(x => x.RedirectAddresses).HasJson(Addresses);
        builder.Property(x => x.SignOutAddresses).HasJson(Addresses);
        builder.Property(x => x.Scopes).HasJson(400);
        builder.Property(x => x.SecretHash).HasMaxLength(64);
        builder.Property(x => x.Keys).HasMaxLength(PublicKeySet.MaxLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.Government, x.Status });
    }
}
