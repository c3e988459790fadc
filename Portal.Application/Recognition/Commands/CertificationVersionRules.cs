using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

internal sealed class CertificationVersionTextValidator : AbstractValidator<CertificationVersionText>
{
    public CertificationVersionTextValidator()
    {
        RuleFor(x => x.Label).Must(l => CleanText.Line(l).Length is > 0 and <= CertificationVersion.LabelLength && !CleanText.HasForbidden(l)).WithErrorCode("Recognition.Version.LabelLength");
        RuleFor(x => x.EffectiveOn).NotEmpty().WithErrorCode("Recognition.Version.EffectiveMissing");
        RuleFor(x => x.Note).Must(n => new[] { n.Cleaned().Ja, n.Cleaned().En }.All(t => t.Length <= CertificationVersion.NoteLength && !CleanText.HasForbidden(t)))
            .WithErrorCode("Recognition.Version.NoteTooLong");
    }
}

internal static class CertificationVersionRules
{
    /// <exception cref="RefusedException">Another version of the certification has this name.</exception>
    public static async Task RequireFreeLabelAsync(this IPortalDb db, CertificationVersion version, CancellationToken ct)
    {
        if (await db.CertificationVersions.AnyAsync(v => v.CertificationId == version.CertificationId && v.Label == version.Label && v.Id != version.Id, ct))
        {
            throw new RefusedException(new Error("Recognition.Version.LabelTaken", nameof(version.Label), new Dictionary<string, object?> { ["Label"] = version.Label }));
        }
    }
}
