using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenIddict.EntityFrameworkCore.Models;

namespace Portal.Infrastructure.Persistence.Configurations.Connect;

/// <summary>Connected systems. What OpenIddict leaves open in length is stated here; lists and settings are JSON.</summary>
internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<OpenIddictEntityFrameworkCoreApplication<Guid>>
{
    public void Configure(EntityTypeBuilder<OpenIddictEntityFrameworkCoreApplication<Guid>> builder)
    {
        builder.ToTable("ConnectApplications");
        builder.Property(x => x.ClientSecret).HasMaxLength(200);
        builder.Property(x => x.DisplayName).HasMaxLength(300);
        builder.Property(x => x.DisplayNames).HasMaxLength(1000);
        builder.Property(x => x.JsonWebKeySet).HasMaxLength(20_000);
        builder.Property(x => x.Permissions).HasMaxLength(4000);
        builder.Property(x => x.PostLogoutRedirectUris).HasMaxLength(4000);
        builder.Property(x => x.Properties).HasMaxLength(4000);
        builder.Property(x => x.RedirectUris).HasMaxLength(4000);
        builder.Property(x => x.Requirements).HasMaxLength(1000);
        builder.Property(x => x.Settings).HasMaxLength(4000);
    }
}

/// <summary>What a person has allowed a connected system.</summary>
internal sealed class AuthorizationConfiguration : IEntityTypeConfiguration<OpenIddictEntityFrameworkCoreAuthorization<Guid>>
{
    public void Configure(EntityTypeBuilder<OpenIddictEntityFrameworkCoreAuthorization<Guid>> builder)
    {
        builder.ToTable("ConnectAuthorizations");
        builder.Property(x => x.Properties).HasMaxLength(4000);
        builder.Property(x => x.Scopes).HasMaxLength(4000);
    }
}

internal sealed class ScopeConfiguration : IEntityTypeConfiguration<OpenIddictEntityFrameworkCoreScope<Guid>>
{
    public void Configure(EntityTypeBuilder<OpenIddictEntityFrameworkCoreScope<Guid>> builder)
    {
        builder.ToTable("ConnectScopes");
        builder.Property(x => x.Description).HasMaxLength(1000);
        builder.Property(x => x.Descriptions).HasMaxLength(4000);
        builder.Property(x => x.DisplayName).HasMaxLength(300);
        builder.Property(x => x.DisplayNames).HasMaxLength(1000);
        builder.Property(x => x.Properties).HasMaxLength(4000);
        builder.Property(x => x.Resources).HasMaxLength(4000);
    }
}

/// <summary>Every code and token that was issued, by its id; codes and pushed requests also keep their sealed content.</summary>
internal sealed class TokenConfiguration : IEntityTypeConfiguration<OpenIddictEntityFrameworkCoreToken<Guid>>
{
    public void Configure(EntityTypeBuilder<OpenIddictEntityFrameworkCoreToken<Guid>> builder)
    {
        builder.ToTable("ConnectTokens");
        builder.Property(x => x.Payload).HasMaxLength(200_000);
        builder.Property(x => x.Properties).HasMaxLength(4000);
        builder.HasIndex(x => x.ExpirationDate);
    }
}
