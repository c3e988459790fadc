using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The tables and thresholds that decisions rest on, and one small comparison computed with them.</summary>
public sealed record HowWeDecide : IQuery<HowWeDecide.Method>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    public sealed record Method(CoverageRules Coverage, AgreementRules Agreement, ReviewRules Review, CoverageResult Example);
}

internal sealed class HowWeDecideHandler(ReviewRules rules) : IQueryHandler<HowWeDecide, HowWeDecide.Method>
{
    private static readonly DateOnly s_day = new(2026, 10, 1), s_fresh = new(2026, 4, 1), s_old = new(2021, 10, 1);

    // Three statements of an invented target: one is met, one is met in part on older evidence, and nothing speaks for the last.
    private static readonly CoverageResult s_example = Coverage.Of(new(
        new SourceExpression.One(new CoverageSource("A", [new("1", 3, AssessmentStrength.ProctoredWritten, s_fresh, 0.9), new("2", 2, AssessmentStrength.PracticalExam, s_old, 0.8)])),
        new CoverageTarget("B",
        [
            new("1", FrameworkElementKind.Knowledge, 3, 3, true, []), new("2", FrameworkElementKind.Skill, 2, 4, false, []), new("3", FrameworkElementKind.Task, 1, 2, false, []),
        ]),
        [], CoverageRules.Proposed2026, s_day));

    public ValueTask<HowWeDecide.Method> Handle(HowWeDecide query, CancellationToken ct) =>
        new(new HowWeDecide.Method(CoverageRules.Proposed2026, AgreementRules.Proposed2026, rules, s_example));
}
