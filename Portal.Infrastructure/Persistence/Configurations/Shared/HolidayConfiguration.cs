using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Persistence.Configurations.Shared;

internal sealed class HolidayConfiguration : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.ToTable("Holidays");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Government).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.NameJa).HasMaxLength(Holiday.NameLength);
        builder.Property(x => x.NameEn).HasMaxLength(Holiday.NameLength);
        builder.HasIndex(x => new { x.Government, x.Date }).IsUnique();
    }
}
