using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>What a request for correction may name, and the day that the page proposes.</summary>
public sealed record CorrectionChoices(Guid Id) : IQuery<CorrectionChoices.Choices>, IPortalMessage
{
    /// <summary>Time to answer that the page proposes, in working days of the sending government.</summary>
    public const int WorkingDays = 10;

    public static Access Access => Access.Holding(Permission.ScreenFellowship);

    /// <param name="Zone">The zone in which the day ends at 17:00.</param>
    public sealed record Choices(IReadOnlyList<Section> Sections, DateOnly DueOn, string Zone);

    public sealed record Section(ApplicationSectionKind Kind, IReadOnlyList<FormField> Fields, IReadOnlyList<Entry> Entries);

    /// <summary>A whole entry of a repeated part, for example the second school; its key stands for all its fields.</summary>
    public sealed record Entry(string Group, int Number)
    {
        public string Key => $"{Group}.{Number}";
    }
}

internal sealed class CorrectionChoicesHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<CorrectionChoices, CorrectionChoices.Choices>
{
    public async ValueTask<CorrectionChoices.Choices> Handle(CorrectionChoices query, CancellationToken ct)
    {
        var application = await db.StaffCaseAsync(query.Id, current.Actor, ct);
        var call = await db.FellowshipCalls.AsNoTracking().GetAsync(application.CallId, ct);
        var sections = (await db.SentAsync(query.Id, ct)).Sections(new ApplicationForm(call.Content, application.SendingGovernment));
        var side = application.SendingGovernment;
        return new([.. sections.Select(Choice)], await ProposedDayAsync(side, ct), PortalZones.OfficialFor(side));
    }

    private static CorrectionChoices.Section Choice(AnsweredSection section) => new(
        section.Kind,
        [.. section.Fields.Select(f => f.Field)],
        [.. section.Groups.SelectMany(g => g.Entries.Select(e => new CorrectionChoices.Entry(g.Name, e.Number)))]);

    private async Task<DateOnly> ProposedDayAsync(Government side, CancellationToken ct)
    {
        var today = Staff.Today(side, clock.GetUtcNow());
        var holidays = await db.Holidays.Where(h => h.Government == side && h.Date >= today && h.Date <= today.AddMonths(2)).Select(h => h.Date).ToListAsync(ct);
        return new WorkingCalendar(side, holidays.ToHashSet()).Add(today, CorrectionChoices.WorkingDays);
    }
}
