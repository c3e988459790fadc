using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Domain;

namespace Portal.Infrastructure.Persistence.Configurations.Identity;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.IsAggregate("People");
        builder.Property(x => x.DisplayName).HasMaxLength(400);
        builder.Property(x => x.MailAddress).HasMaxLength(256);
        builder.Property(x => x.Language).HasMaxLength(2);
        builder.HasIndex(x => x.MailAddress);
    }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.IsAggregate("Organisations");
        builder.Property(x => x.Code).HasMaxLength(40);
        builder.HasIndex(x => x.Code).IsUnique();
        builder.OwnsMany(x => x.Names, n =>
        {
            n.ToTable("OrganisationNames");
            n.HasKey(x => x.Id);
            n.Property(x => x.Id).ValueGeneratedNever();
            n.OwnsOne(x => x.Name, t =>
            {
                t.Property(x => x.Ja).HasColumnName("Name_Ja").HasMaxLength(OrganisationNameRules.ColumnLength);
                t.Property(x => x.En).HasColumnName("Name_En").HasMaxLength(OrganisationNameRules.ColumnLength);
            });
            n.Navigation(x => x.Name).IsRequired();
        });
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.IsAggregate("Memberships");
        builder.Property(x => x.Role).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.InvitedAddress).HasMaxLength(256);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(x => x.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.Government, x.Role });
        builder.HasIndex(x => x.InvitedAddress);
    }
}
