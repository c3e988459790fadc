using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Settles one disputed row.</summary>
/// <param name="Version">The version that the page showed.</param>
public sealed record AdjudicateStatement(Guid Id, long Version, string Statement, decimal Confidence, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.AdjudicateEquivalence);
}

internal sealed class AdjudicateStatementValidator : AbstractValidator<AdjudicateStatement>
{
    public AdjudicateStatementValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class AdjudicateStatementHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<AdjudicateStatement, Result>
{
    public async ValueTask<Result> Handle(AdjudicateStatement command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, ct);
        version.RequireVersion(command.Version);
        version.Adjudicate(command.Statement, command.Confidence, command.Reason, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
