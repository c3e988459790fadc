using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Sends the request. What is on the list now is what it is about.</summary>
public sealed record SubmitCase(Guid Id, string Name, bool IsDeclared) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class SubmitCaseValidator : AbstractValidator<SubmitCase>
{
    public SubmitCaseValidator()
    {
        RuleFor(x => x.Name).Must(IsName).WithErrorCode("Cases.Submit.NameWrong");
        RuleFor(x => x.IsDeclared).Equal(true).WithErrorCode("Cases.Submit.NotDeclared");
    }

    // What the search goes by may be longer than the name: one character can stand for a whole phrase.
    private static bool IsName(string name) =>
        CleanText.Line(name) is { Length: > 0 } line && CleanText.Fits(line, RecognitionCase.NameLength) && CleanText.Fits(SearchKey.Fold(line), CleanText.UnitsEach * RecognitionCase.NameLength)
        && !CleanText.HasForbidden(name);
}

internal sealed class SubmitCaseHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<SubmitCase, Result>
{
    public async ValueTask<Result> Handle(SubmitCase command, CancellationToken ct)
    {
        var (sent, now) = (await db.OwnRecognitionCaseAsync(command.Id, current.Actor, ct), clock.GetUtcNow());
        var published = await db.PublishedAsync(sent.EquivalenceVersionId, now, ct);
        await db.RequireNotBarredAsync(published.Equivalence.Id, current.Actor, ct);
        var held = await db.HeldForAsync(published.Equivalence.Source, current.Actor, ct);
        sent.Submit(
            command.Name, published.Basis, held, await db.CaseCalendarAsync(sent.HostGovernment, now, ct), await db.HeldStateAsync(held, now, ct), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
