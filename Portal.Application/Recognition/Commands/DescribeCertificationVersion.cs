using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Describes a new version of a certification.</summary>
public sealed record DescribeCertificationVersion(string Certification, CertificationVersionText Text) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class DescribeCertificationVersionValidator : AbstractValidator<DescribeCertificationVersion>
{
    public DescribeCertificationVersionValidator() => RuleFor(x => x.Text).SetValidator(new CertificationVersionTextValidator());
}

internal sealed class DescribeCertificationVersionHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<DescribeCertificationVersion, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(DescribeCertificationVersion command, CancellationToken ct)
    {
        var certification = await db.CertificationAsync(command.Certification, ct);
        var version = CertificationVersion.Describe(certification.Id, command.Text, current.Actor);
        await db.RequireFreeLabelAsync(version, ct);
        db.CertificationVersions.Add(version);
        await db.SaveChangesAsync(ct);
        return version.Id;
    }
}
