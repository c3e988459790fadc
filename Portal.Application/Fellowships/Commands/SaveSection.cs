using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Saves one section as typed. Never checks the answers: a draft may hold anything.</summary>
/// <param name="Typed">Field key → what was typed; several choices joined by line feeds, a date as "year-month-day".</param>
/// <param name="SeenVersion">The section's version on the page; 0 when it had none.</param>
/// <param name="Check">The candidate pressed "save and continue": the task list now names what is wrong.</param>
/// <param name="WithoutEntry">An entry to take out, for example <c>education.2</c>; the later ones move up.</param>
public sealed record SaveSection(
    Guid Id, ApplicationSectionKind Section, IReadOnlyDictionary<string, string?> Typed, long SeenVersion, bool Check, string? WithoutEntry = null)
    : ICommand<Result<SavedSection>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);
}

/// <param name="Problems">What "save and continue" found; empty for an autosave.</param>
public sealed record SavedSection(long Version, DateTimeOffset SavedAt, Government Side, IReadOnlyList<Error> Problems);

internal sealed class SaveSectionHandler(
    IPortalDb db, ICurrentActor current, ICurrentOperation operation, TimeProvider clock, FellowshipSettings settings)
    : ICommandHandler<SaveSection, Result<SavedSection>>
{
    public async ValueTask<Result<SavedSection>> Handle(SaveSection command, CancellationToken ct)
    {
        var (application, call) = await db.OwnFellowshipCaseAsync(command.Id, current.Actor, ct);
        var form = new ApplicationForm(call.Content, application.SendingGovernment);
        if (!form.Sections.Contains(command.Section))
        {
            throw new NotFoundException();
        }

        var now = clock.GetUtcNow();
        var answers = application.Merge(command.Section, form.Read(command.Section, command.Typed));
        if (form.FindEntry(command.Section, command.WithoutEntry) is var (group, number))
        {
            answers = answers.WithoutEntry(group, number);
        }

        var onTime = application.IsOnTime(call, operation.BegunAt, now, settings.Grace);
        var section = application.SaveSection(command.Section, answers, command.SeenVersion, command.Check, onTime, current.Actor, now);
        await db.SaveChangesAsync(ct);
        IReadOnlyList<Error> problems = command.Check
            ? [.. application.SectionProblems(command.Section, form, await db.FormCatalogueAsync(ct))]
            : [];
        return new SavedSection(section.Version, section.SavedAt, form.Side, problems);
    }
}
