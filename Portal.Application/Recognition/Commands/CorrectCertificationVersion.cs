using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Corrects what is said of a version of a certification. Claims on it stay.</summary>
/// <param name="Version">Of the record that the page showed.</param>
public sealed record CorrectCertificationVersion(Guid Id, long Version, CertificationVersionText Text) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class CorrectCertificationVersionValidator : AbstractValidator<CorrectCertificationVersion>
{
    public CorrectCertificationVersionValidator() => RuleFor(x => x.Text).SetValidator(new CertificationVersionTextValidator());
}

internal sealed class CorrectCertificationVersionHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<CorrectCertificationVersion, Result>
{
    public async ValueTask<Result> Handle(CorrectCertificationVersion command, CancellationToken ct)
    {
        var version = await db.CertificationVersions.GetAsync(command.Id, ct);
        version.RequireVersion(command.Version);
        version.Correct(command.Text, current.Actor);
        await db.RequireFreeLabelAsync(version, ct);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
