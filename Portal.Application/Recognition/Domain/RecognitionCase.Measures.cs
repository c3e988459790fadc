using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;

namespace Portal.Application.Recognition.Domain;

/// <summary>Compensation measures: chosen by the holder, recorded by the host as fulfilled or as not passed.</summary>
public sealed partial class RecognitionCase
{
    /// <summary>The holder has to choose among alternatives: at first, and again after one was not passed.</summary>
    public bool HasChoice => !IsMeasureLost && CaseMeasure.ToChoose(Measures).Count > 0;

    /// <summary>A measure was not passed and no alternative to it is left: recognition can no longer come about.</summary>
    public bool IsMeasureLost => CaseMeasure.IsLost(Measures);

    /// <summary>The time for the measures is over. What was shown in time may still be recorded; otherwise a refusal may rest on it.</summary>
    public bool IsMeasureLate(DateTimeOffset now) => Status == Status.AwaitingMeasure && NextBy?.IsPast(now) == true;

    /// <param name="numbers">One measure of each group of alternatives. A choice can be changed until something of its group is judged.</param>
    public void Choose(IReadOnlyCollection<int> numbers, Actor actor)
    {
        Row(Step.ChooseMeasure, actor);
        var groups = CaseMeasure.Choices(Measures);
        if (groups.Count == 0)
        {
            throw Refusal("Cases.Measure.NoChoice");
        }

        if (!groups.All(g => g.Count(m => numbers.Contains(m.Number)) == 1))
        {
            throw new RefusedException(new Error("Cases.Measure.OneEach", "Numbers"));
        }

        var open = groups.SelectMany(g => g).Select(m => m.Number).ToHashSet();
        Measures = [.. Measures.Select(m => open.Contains(m.Number) ? m with { IsChosen = numbers.Contains(m.Number) } : m)];
        Raise(new RecognitionCaseMoved(Id, CaseTurn.MeasureChosen));
    }

    /// <summary>Records that a measure is done. True with the last one: recognition then stands.</summary>
    /// <exception cref="RefusedException">It is not open, or with the last one a certification is past its last day.</exception>
    public bool Fulfil(int number, string note, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.FulfilMeasure, actor);
        if (HasChoice || IsMeasureLost)
        {
            throw Refusal("Cases.Measure.NotChosen");
        }

        RequireOpen(number);
        var isLast = !Measures.Any(m => m.IsOpen && m.Number != number);
        if (isLast)
        {
            RequireInDate(now);
        }

        TakesPart(actor);
        Measures = [.. Measures.Select(m => m.Number == number ? m with { FulfilledAt = now, Note = CleanText.Prose(note).Trim() } : m)];
        if (!isLast)
        {
            return false;
        }

        Status = row.To;
        End(now);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.Granted));
        return true;
    }

    /// <summary>Records that a measure was not passed: the holder chooses again where an alternative is left, and otherwise a refusal may rest on it.</summary>
    /// <param name="on">Day on the host's calendar, from the decision to today.</param>
    public void Fail(int number, DateOnly on, BilingualText reason, Actor actor, DateTimeOffset now)
    {
        Row(Step.FailMeasure, actor);
        RequireOpen(number);
        if (on < HostDay(Decision!.At) || on > HostDay(now))
        {
            throw new RefusedException(new Error("Cases.Measure.FailedOnWrong", "FailedOn"));
        }

        TakesPart(actor);
        Measures = [.. Measures.Select(m => m.Number == number ? m with { Failure = new MeasureFailure(on, reason.Cleaned(), actor.UserId, now) } : m)];
        Raise(new RecognitionCaseMoved(Id, CaseTurn.MeasureFailed));
    }

    private void RequireOpen(int number)
    {
        if (!Measures.Any(m => m.Number == number && m.IsOpen))
        {
            throw Refusal("Cases.Measure.NotChosen");
        }
    }

    private DateOnly HostDay(DateTimeOffset instant)
    {
        var zone = PortalZones.OfficialFor(HostGovernment);
        return DateOnly.FromDateTime(new Deadline(instant, zone).Local(zone).DateTime);
    }
}
