using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Describes a version of a certification; one with the same label is corrected.</summary>
public sealed record DescribeCertificationVersion(string Certification, CertificationVersionText Text) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class DescribeCertificationVersionValidator : AbstractValidator<DescribeCertificationVersion>
{
    public DescribeCertificationVersionValidator()
    {
        RuleFor(x => x.Text.Label).Must(l => CleanText.Line(l).Length is > 0 and <= CertificationVersion.LabelLength && !CleanText.HasForbidden(l)).WithErrorCode("Recognition.Version.LabelLength");
        RuleFor(x => x.Text.EffectiveOn).NotEmpty().WithErrorCode("Recognition.Version.EffectiveMissing");
        RuleFor(x => x.Text.Note).Must(n => new[] { n.Cleaned().Ja, n.Cleaned().En }.All(t => t.Length <= CertificationVersion.NoteLength && !CleanText.HasForbidden(t)))
            .WithErrorCode("Recognition.Version.NoteTooLong");
    }
}

internal sealed class DescribeCertificationVersionHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<DescribeCertificationVersion, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(DescribeCertificationVersion command, CancellationToken ct)
    {
        var certification = await db.Certifications.FirstOrDefaultAsync(c => c.Code == command.Certification, ct) ?? throw new NotFoundException();
        var text = command.Text.Cleaned();
        var version = await db.CertificationVersions.FirstOrDefaultAsync(v => v.CertificationId == certification.Id && v.Label == text.Label, ct);
        if (version is null)
        {
            version = CertificationVersion.Describe(certification.Id, text, current.Actor);
            db.CertificationVersions.Add(version);
        }
        else
        {
            version.Correct(text, current.Actor);
        }

        await db.SaveChangesAsync(ct);
        return version.Id;
    }
}
