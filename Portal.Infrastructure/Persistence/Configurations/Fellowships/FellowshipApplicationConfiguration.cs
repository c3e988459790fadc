using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Persistence.Configurations.Fellowships;

internal sealed class FellowshipApplicationConfiguration : IEntityTypeConfiguration<FellowshipApplication>
{
    public void Configure(EntityTypeBuilder<FellowshipApplication> builder)
    {
        builder.IsAggregate("FellowshipApplications");
        builder.Property(x => x.Number).HasMaxLength(20);
        builder.Property(x => x.Status).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Mover).HasConversion<string>().HasMaxLength(20).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(x => x.OpenKey).HasMaxLength(64);
        builder.Property(x => x.ScreenedOutFor).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.ScreeningNote).HasMaxLength(4000);
        builder.Property(x => x.Correction).HasJson(20_000);
        builder.Property(x => x.AnswerBy).HasJson(200);
        builder.Property(x => x.NameJa).HasMaxLength(1000);
        builder.Property(x => x.NameEn).HasMaxLength(1000);
        builder.Property(x => x.SortJa).HasMaxLength(400);
        builder.Property(x => x.SortEn).HasMaxLength(400);
        builder.Property(x => x.SearchText).HasMaxLength(4000);
        builder.Ignore(x => x.CandidateStatus);
        builder.HasOne<FellowshipCall>().WithMany().HasForeignKey(x => x.CallId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.ApplicantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Sections).WithOne().HasForeignKey("ApplicationId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Documents).WithOne().HasForeignKey("ApplicationId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Submissions).WithOne().HasForeignKey("ApplicationId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => x.OpenKey).IsUnique();

        // One index per ordering of the work queue, with what it filters by, so that counting and paging never touch the rows.
        builder.HasIndex(x => new { x.Mover, x.DueAt, x.Number, x.CallId, x.Status });
        builder.HasIndex(x => new { x.Mover, x.Number, x.DueAt, x.CallId, x.Status });
        builder.HasIndex(x => new { x.Mover, x.SortJa, x.Number, x.DueAt, x.CallId, x.Status });
        builder.HasIndex(x => new { x.Mover, x.SortEn, x.Number, x.DueAt, x.CallId, x.Status });

        // Award lists look for the cases of their call.
        builder.HasIndex(x => new { x.CallId, x.Number });
    }
}

internal sealed class ApplicationSectionConfiguration : IEntityTypeConfiguration<ApplicationSection>
{
    public void Configure(EntityTypeBuilder<ApplicationSection> builder)
    {
        builder.ToTable("ApplicationSections");
        builder.Property<Guid>("ApplicationId");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.Answers).HasJson(1_600_000);
        builder.Property(x => x.Version).IsConcurrencyToken();
        builder.HasIndex("ApplicationId", nameof(ApplicationSection.Kind)).IsUnique();
    }
}

internal sealed class ApplicationDocumentConfiguration : IEntityTypeConfiguration<ApplicationDocument>
{
    public void Configure(EntityTypeBuilder<ApplicationDocument> builder)
    {
        builder.ToTable("ApplicationDocuments");
        builder.Property<Guid>("ApplicationId");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.FieldKey).HasMaxLength(100);
        builder.Property(x => x.FileName).HasMaxLength(300);
        builder.Property(x => x.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(x => x.StoredName).HasMaxLength(100);
        builder.Property(x => x.Sha256).HasMaxLength(64);
        builder.HasIndex(x => x.StoredName);
    }
}

internal sealed class ApplicationSubmissionConfiguration : IEntityTypeConfiguration<ApplicationSubmission>
{
    public void Configure(EntityTypeBuilder<ApplicationSubmission> builder)
    {
        builder.ToTable("ApplicationSubmissions");
        builder.Property<Guid>("ApplicationId");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Content).HasMaxLength(2_000_000);
        builder.Property(x => x.Hash).HasMaxLength(64);
        builder.Property(x => x.Correction).HasJson(20_000);
        builder.HasIndex("ApplicationId", nameof(ApplicationSubmission.Number)).IsUnique();
    }
}
