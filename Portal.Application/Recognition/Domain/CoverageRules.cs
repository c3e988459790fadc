namespace Portal.Application.Recognition.Domain;

/// <summary>How it was found out that a holder can do what a claim says, from the strongest to the weakest.</summary>
public enum AssessmentStrength
{
    PracticalExam,
    ProctoredWritten,
    AuditedPortfolio,
    SyllabusOnly,
    TrainingAttended,
    SelfClaim,
}

/// <summary>A point of the age table: evidence this old counts by this factor. Between two points the factor changes linearly.</summary>
/// <param name="Years">Since the blueprint or the renewal, 0 or more.</param>
/// <param name="Factor">0 to 1.</param>
public sealed record AgeFactor(double Years, double Factor);

/// <summary>
/// The tables and thresholds of the coverage figures. They belong to the agreement between the two governments: dated, versioned and
/// part of every input hash, so that an old report can be made again after they have changed.
/// </summary>
/// <param name="Version">Names this set of values for good.</param>
/// <param name="CoversFrom">Content from which a source covers a target, 0 to 1.</param>
/// <param name="ConditionalFrom">Content from which a source is a candidate for conditions, 0 to 1.</param>
/// <param name="GapBelow">A requirement covered less than this is a gap, 0 to 1.</param>
/// <param name="Deviations">Standard deviations below the mean at which the lower bound stands; 1.2816 is one-sided 90 %.</param>
/// <param name="SubsetFraction">Share that a "subset" mapping covers when nobody has said another, 0 to 1.</param>
/// <param name="IntersectsFraction">The same for "intersects".</param>
/// <param name="Strengths">Factor of each strength, 0 to 1, for the assured figure.</param>
/// <param name="Ages">In rising order of years and falling order of factors; at least one.</param>
public sealed record CoverageRules(
    string Version,
    DateOnly EffectiveFrom,
    double CoversFrom,
    double ConditionalFrom,
    double GapBelow,
    double Deviations,
    double SubsetFraction,
    double IntersectsFraction,
    IReadOnlyDictionary<AssessmentStrength, double> Strengths,
    IReadOnlyList<AgeFactor> Ages)
{
    /// <summary>Sums of decimal fractions miss a threshold by their last binary digits; nobody loses a decision to that.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Proposed for the annex of the agreement; in force only when both governments say so.</summary>
    public static CoverageRules Proposed2026 { get; } = new(
        "proposed-2026",
        new DateOnly(2026, 4, 1),
        CoversFrom: 0.85,
        ConditionalFrom: 0.60,
        GapBelow: 0.8,
        Deviations: 1.2816,
        SubsetFraction: 0.5,
        IntersectsFraction: 0.3,
        new Dictionary<AssessmentStrength, double>
        {
            [AssessmentStrength.PracticalExam] = 1.0,
            [AssessmentStrength.ProctoredWritten] = 0.8,
            [AssessmentStrength.AuditedPortfolio] = 0.7,
            [AssessmentStrength.SyllabusOnly] = 0.5,
            [AssessmentStrength.TrainingAttended] = 0.4,
            [AssessmentStrength.SelfClaim] = 0,
        },
        [new AgeFactor(3, 1), new AgeFactor(6, 0.5)]);

    /// <summary>Whether a requirement covered this far is a gap.</summary>
    public bool IsGap(double content) => !Reaches(content, GapBelow);

    /// <summary>The class of one direction. A critical gap keeps even a full figure at "conditional"; below the lower threshold it changes nothing.</summary>
    public FitClass FitOf(double content, bool hasCriticalGap) =>
        !Reaches(content, ConditionalFrom) ? FitClass.PartialOrNone
        : hasCriticalGap || !Reaches(content, CoversFrom) ? FitClass.ConditionalCandidate
        : FitClass.Covers;

    /// <summary>Strength times age, 0 to 1: how far a claim is assured on a day.</summary>
    internal double AssuranceOf(CoverageClaim claim, DateOnly asOf) => Strengths[claim.Strength] * AgeFactorOf(YearsBetween(claim.Since, asOf));

    /// <summary>Share of the target that a mapping covers at full level.</summary>
    internal double FractionOf(MappingRelation relation, double? given) => relation switch
    {
        MappingRelation.Subset => given ?? SubsetFraction,
        MappingRelation.Intersects => given ?? IntersectsFraction,
        MappingRelation.None => 0,
        _ => 1,
    };

    private double AgeFactorOf(double years)
    {
        var next = 0;
        while (next < Ages.Count && Ages[next].Years < years)
        {
            next++;
        }

        if (next == 0 || next == Ages.Count)
        {
            return Ages[next == 0 ? 0 : next - 1].Factor;
        }

        var (from, to) = (Ages[next - 1], Ages[next]);
        return from.Factor + (to.Factor - from.Factor) * (years - from.Years) / (to.Years - from.Years);
    }

    /// <summary>Whole calendar years and the part of the running one, so that an anniversary is a whole number in leap years too.</summary>
    private static double YearsBetween(DateOnly since, DateOnly day)
    {
        if (day <= since)
        {
            return 0;
        }

        var whole = day.Year - since.Year - (since.AddYears(day.Year - since.Year) > day ? 1 : 0);
        var (last, next) = (since.AddYears(whole), since.AddYears(whole + 1));
        return whole + (double)(day.DayNumber - last.DayNumber) / (next.DayNumber - last.DayNumber);
    }

    private static bool Reaches(double value, double threshold) => value >= threshold - Rounding;
}
