using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>The person's own name to show and language of mail.</summary>
public sealed record ChangeSettings(string? DisplayName, string? Language) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.SignedIn;
}

internal sealed class ChangeSettingsValidator : AbstractValidator<ChangeSettings>
{
    public ChangeSettingsValidator()
    {
        RuleFor(x => x.DisplayName).DisplayName();
        RuleFor(x => x.Language).Must(l => l is "ja" or "en").WithErrorCode("Account.Settings.LanguageMissing");
    }
}

internal sealed class ChangeSettingsHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<ChangeSettings, Result>
{
    public async ValueTask<Result> Handle(ChangeSettings command, CancellationToken ct)
    {
        var me = await db.People.GetAsync(current.Actor.UserId, ct);
        me.Change(command.DisplayName!, command.Language!);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
