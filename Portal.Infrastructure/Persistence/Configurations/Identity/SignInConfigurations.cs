using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Infrastructure.Identity;

namespace Portal.Infrastructure.Persistence.Configurations.Identity;

internal sealed class SignInSessionConfiguration : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("SignInSessions");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Method).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.CredentialId).HasMaxLength(1400);
        builder.Property(x => x.Device).HasMaxLength(200);
        builder.HasIndex(x => x.PersonId);
        builder.HasIndex(x => x.VisitId);
        builder.HasIndex(x => x.StartedAt);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(x => x.PersonId);
    }
}

internal sealed class TallyConfiguration : IEntityTypeConfiguration<Tally>
{
    public void Configure(EntityTypeBuilder<Tally> builder)
    {
        builder.ToTable("Tallies");
        builder.HasKey(x => x.Key);
        builder.Property(x => x.Key).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.HasIndex(x => x.CountedAt);
    }
}

internal sealed class AuthenticatorConfiguration : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.ToTable("Authenticators");
        builder.HasKey(x => x.PersonId);
        builder.Property(x => x.PersonId).ValueGeneratedNever();
        builder.Property(x => x.Sealed).HasMaxLength(1000);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(x => x.PersonId);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.HasKey(x => x.Hash);
        builder.Property(x => x.Hash).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(x => x.PersonId);
    }
}

internal sealed class PasskeyChallengeConfiguration : IEntityTypeConfiguration<PasskeyChallenge>
{
    public void Configure(EntityTypeBuilder<PasskeyChallenge> builder)
    {
        builder.ToTable("PasskeyChallenges");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(x => x.State).HasMaxLength(20_000);
        builder.HasIndex(x => x.ExpiresAt);
    }
}

internal sealed class FactorRemovalConfiguration : IEntityTypeConfiguration<FactorRemoval>
{
    public void Configure(EntityTypeBuilder<FactorRemoval> builder)
    {
        builder.ToTable("FactorRemovals");
        builder.HasKey(x => x.PersonId);
        builder.Property(x => x.PersonId).ValueGeneratedNever();
        builder.Property(x => x.CredentialId).HasMaxLength(1400);
        builder.HasIndex(x => x.DueAt);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(x => x.PersonId);
    }
}

internal sealed class RecoveryRequestConfiguration : IEntityTypeConfiguration<RecoveryRequest>
{
    public void Configure(EntityTypeBuilder<RecoveryRequest> builder)
    {
        builder.ToTable("RecoveryRequests");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => x.PersonId).IsUnique();
        builder.HasIndex(x => x.OpensAt);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(x => x.PersonId);
    }
}
