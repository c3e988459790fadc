using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Sends the application, or the corrected one. Everything is checked here, once.</summary>
/// <param name="IsDeclared">The candidate declares that the answers are true.</param>
public sealed record SubmitApplication(Guid Id, bool IsDeclared) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);
}

internal sealed class SubmitApplicationValidator : AbstractValidator<SubmitApplication>
{
    public SubmitApplicationValidator() => RuleFor(x => x.IsDeclared).Equal(true).WithErrorCode("Fellowships.Submit.NotDeclared");
}

internal sealed class SubmitApplicationHandler(
    IPortalDb db, ICurrentActor current, ICurrentOperation operation, TimeProvider clock, FellowshipSettings settings) : ICommandHandler<SubmitApplication, Result>
{
    public async ValueTask<Result> Handle(SubmitApplication command, CancellationToken ct)
    {
        var (application, call) = await db.OwnFellowshipCaseAsync(command.Id, current.Actor, ct);
        var form = new Domain.ApplicationForm(call.Content, application.SendingGovernment);
        var now = clock.GetUtcNow();
        application.Submit(
            form, await db.FormCatalogueAsync(ct), application.IsOnTime(call, operation.BegunAt, now, settings.Grace), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
