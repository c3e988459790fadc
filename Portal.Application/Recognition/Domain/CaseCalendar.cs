using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>How long each turn of a case may take. Proposals for the agreement's annex.</summary>
/// <param name="CompletenessDays">Working days of the host to look whether the file is complete.</param>
/// <param name="InformationDays">Working days of the holder's side to answer a request.</param>
/// <param name="VerificationDays">Working days of the source side to answer for its authority.</param>
/// <param name="DecisionMonths">From a complete file to the decision (EAR manual; a reasonable time, art. III.5 of the Lisbon Recognition Convention).</param>
/// <param name="ReviewDays">Days after a refusal in which the holder may ask for a review.</param>
/// <param name="ReviewDecisionDays">Working days of the host to decide the review.</param>
/// <param name="MeasureMonths">For compensation measures, unless the officer gives another day.</param>
public sealed record CaseRules(
    string Version, int CompletenessDays, int InformationDays, int VerificationDays, int DecisionMonths, int ReviewDays, int ReviewDecisionDays, int MeasureMonths)
{
    /// <summary>A measure of more months than this has half its length again.</summary>
    public int LongMeasure => MeasureMonths * 2 / 3;

    /// <param name="longest">Months that the longest of the measures takes.</param>
    public int MonthsFor(int longest) => longest > LongMeasure ? longest * 3 / 2 : MeasureMonths;

    public static readonly CaseRules Proposed2026 = new("2026-proposal", 10, 20, 15, 4, 28, 20, 24);
}

/// <summary>The clocks of one case: each day is counted on the side that owes the act, and closes at 17:00 there on a day on which its offices work.</summary>
public sealed class CaseCalendar(CaseRules rules, Government host, WorkingCalendar hostDays, WorkingCalendar sourceDays)
{
    private string HostZone => PortalZones.OfficialFor(host);

    private string SourceZone => PortalZones.OfficialFor(host.Other());

    public Deadline CompletenessBy(DateTimeOffset now) => ClosingTime.On(hostDays.Add(Day(now, HostZone), rules.CompletenessDays), HostZone);

    /// <summary>Counted on the holder's side, and never ending on a day on which the host's desk is closed.</summary>
    public Deadline InformationBy(DateTimeOffset now)
    {
        var day = sourceDays.Add(Day(now, SourceZone), rules.InformationDays);
        while (!hostDays.IsWorkingDay(day) || !sourceDays.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return ClosingTime.On(day, SourceZone);
    }

    public Deadline VerificationBy(DateTimeOffset now) => ClosingTime.On(sourceDays.Add(Day(now, SourceZone), rules.VerificationDays), SourceZone);

    /// <summary>Months from the day on which the file was complete, and the days for which the clock stood, begun ones whole.</summary>
    public Deadline DecisionBy(DateTimeOffset completeAt, TimeSpan stopped) =>
        On(Day(completeAt, HostZone).AddMonths(rules.DecisionMonths).AddDays((int)Math.Ceiling(stopped.TotalDays)));

    /// <summary>The day of the refusal is not counted.</summary>
    public Deadline ReviewBy(DateTimeOffset declinedAt) => On(Day(declinedAt, HostZone).AddDays(rules.ReviewDays));

    public Deadline ReviewDecisionBy(DateTimeOffset askedAt) => ClosingTime.On(hostDays.Add(Day(askedAt, HostZone), rules.ReviewDecisionDays), HostZone);

    /// <summary>By when compensation measures are fulfilled: never after the decision under the case has ended.</summary>
    /// <param name="day">What the officer gave; null for the months of the rule.</param>
    /// <param name="longest">Months that the longest of the measures takes, which is given half as long again.</param>
    /// <exception cref="RefusedException">The day is over, or the decision ends before it.</exception>
    public Deadline MeasuresBy(DateTimeOffset decidedAt, DateOnly? day, int longest, Deadline basisUntil)
    {
        if (day is not { } given)
        {
            return On(Day(decidedAt, HostZone).AddMonths(rules.MonthsFor(longest))) is var usual && usual.Instant < basisUntil.Instant ? usual : basisUntil;
        }

        var by = ClosingTime.On(given, HostZone);
        return !by.IsPast(decidedAt) && by.Instant <= basisUntil.Instant
            ? by
            : throw new RefusedException(new Error("Cases.Measure.ByWrong", "MeasuresBy", new Dictionary<string, object?> { ["Until"] = basisUntil }));
    }

    private Deadline On(DateOnly day) => ClosingTime.On(hostDays.Add(day, 0), HostZone);

    private static DateOnly Day(DateTimeOffset instant, string zone) => DateOnly.FromDateTime(new Deadline(instant, zone).Local(zone).DateTime);
}
