using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Seeding;

/// <summary>Takes one pair from its proposal to where it stands today.</summary>
internal sealed class PairStory(PastPortal portal, Cast cast, WorldCalendar calendar, RecognitionWorld world, IReadOnlyDictionary<string, Guid> sets, WorldPair pair)
{
    /// <summary>Days before the first day of validity.</summary>
    private const int Proposed = 70, Computed = 68, Opened = 66, Rated = 60, Closed = 55, Settled = 52, Drafted = 45, FirstKey = 30, SecondKey = 28;

    /// <summary>Days from today.</summary>
    private const int Suspended = -10, SuspendedUntil = 40, WithdrawalProposed = -25, Withdrawn = -20;

    private Guid _id;
    private Guid _version;
    private int _begins;

    private Government Side => pair.Source.StartsWith("JP-", StringComparison.Ordinal) ? Government.Japan : Government.UnitedStates;

    private Actor Officer => cast.Member(Side, Role.RecognitionOfficer, 0);

    private Actor Signatory(Government side) => cast.Member(side, Role.RecognitionSignatory, 0);

    public async Task TellAsync(CancellationToken ct)
    {
        _begins = pair.Begins;
        await ProposeAsync(ct);
        (WorldPairStage From, Func<CancellationToken, Task> Step)[] steps =
        [
            (WorldPairStage.Evidence, ComputeAsync),
            (WorldPairStage.Review, RateAsync),
            (WorldPairStage.Adjudication, CloseAsync),
            (WorldPairStage.Drafted, c => DraftAsync(pair.Days, c)),
            (WorldPairStage.OneKey, c => SignAsync(Side, FirstKey, c)),
            (WorldPairStage.Scheduled, c => SignAsync(Side.Other(), SecondKey, c)),
        ];
        foreach (var (_, step) in steps.Where(s => s.From <= pair.Stage))
        {
            await step(ct);
        }

        await EndAsync(ct);
        if (pair.Next is { } next)
        {
            await RenewAsync(next, ct);
        }
    }

    private async Task ProposeAsync(CancellationToken ct)
    {
        var standing = await portal.ReadAsync(db => db.EquivalenceVersions
            .Where(v => db.Equivalences.Any(e => e.Id == v.EquivalenceId && e.SourceKey == pair.Source && e.TargetCode == pair.Target)).Select(v => new { v.Id, v.EquivalenceId }).FirstOrDefaultAsync(ct));
        _version = standing?.Id ?? await NewAsync(ct);
        _id = standing?.EquivalenceId ?? (await VersionAsync(ct)).EquivalenceId;
        await portal.SaveAsync(Officer, At(Proposed, Side), nameof(ProposeEquivalence), async db => (await db.Equivalences.SingleAsync(e => e.Id == _id, ct)).MarkAsDemonstration(), ct);
    }

    private async Task<Guid> NewAsync(CancellationToken ct)
    {
        var kind = pair.Target == pair.Role ? TargetKind.WorkRole : TargetKind.Certification;
        return (await portal.SendAsync(Officer, At(Proposed, Side), new ProposeEquivalence(EquivalenceSource.Of(pair.Source), new Target(kind, pair.Target), [pair.Role]), ct)).Value;
    }

    private async Task ComputeAsync(CancellationToken ct) => await portal.SendAsync(Officer, At(Computed, Side), new ComputeFigures(_version, sets[pair.Target], [pair.Role]), ct);

    /// <summary>Two reviewers of each government; while the review is on, only the first one of each has handed in.</summary>
    private async Task RateAsync(CancellationToken ct)
    {
        await portal.SendAsync(Officer, At(Opened, Side), new OpenReview(_version, await TokenAsync(ct)), ct);
        var rows = (await VersionAsync(ct)).Report!.Rows;
        foreach (var side in Governments.Both)
        {
            for (var seat = 0; seat < (pair.Stage == WorldPairStage.Review ? 1 : EquivalenceVersion.LeastReviewers); seat++)
            {
                var (reviewer, at) = (cast.Member(side, Role.RecognitionReviewer, seat), At(Rated, side));
                await portal.SendAsync(reviewer, at, new DeclareConflict(_version, false), ct);
                await portal.SendAsync(reviewer, at, new RateStatements(_version, rows.Select((r, i) => (r.Statement, Score: ScoreOf(r, i, seat))).ToDictionary(s => s.Statement, s => s.Score)), ct);
                await portal.SendAsync(reviewer, at, new HandInRatings(_version, new Dictionary<string, int>()), ct);
            }
        }
    }

    /// <summary>Reviewers see what the figures see, and the second one of each side is stricter now and then.</summary>
    private static int ScoreOf(ReportRow row, int index, int seat)
    {
        var score = row.Content switch { >= 0.99 => 4, >= 0.8 => 3, > 0 => 2, _ => 0 };
        return seat == 1 && index % 6 == 3 ? Math.Max(0, score - 1) : score;
    }

    private async Task CloseAsync(CancellationToken ct)
    {
        await portal.SendAsync(Officer, At(Closed, Side), new CloseReview(_version), ct);
        var other = cast.Member(Side.Other(), Role.RecognitionOfficer, 0);
        foreach (var statement in pair.Stage == WorldPairStage.Adjudication ? [] : (await VersionAsync(ct)).Agreement!.ToAdjudicate)
        {
            await portal.SendAsync(other, At(Settled, Side.Other()), new AdjudicateStatement(_version, await TokenAsync(ct), statement, 0.75m, world.Settled.En), ct);
        }
    }

    private async Task DraftAsync(int days, CancellationToken ct)
    {
        var version = await VersionAsync(ct);
        await portal.SendAsync(Officer, At(Drafted, Side), new DraftDecision(_version, version.Version, Content(version.Report!, days)), ct);
    }

    private async Task SignAsync(Government side, int before, CancellationToken ct) => await portal.SendAsync(Signatory(side), At(before, side), new SignEquivalence(_version, await HashAsync(ct)), ct);

    private async Task EndAsync(CancellationToken ct)
    {
        if (pair.Stage == WorldPairStage.Dropped)
        {
            await portal.SendAsync(Officer, calendar.At(-5, 11, Side), new DropProposal(_version, world.Dropped.En), ct);
        }

        if (pair.Stage == WorldPairStage.Suspended)
        {
            await portal.SendAsync(Signatory(Side), calendar.At(Suspended, 11, Side), new SuspendEquivalence(_id, _version, calendar.Day(SuspendedUntil), world.Suspended.En), ct);
        }

        if (pair.Stage == WorldPairStage.Withdrawn)
        {
            await WithdrawAsync(ct);
        }
    }

    private async Task WithdrawAsync(CancellationToken ct)
    {
        var effect = new WithdrawalEffect(1, 0, 0);
        await portal.SendAsync(Signatory(Side), calendar.At(WithdrawalProposed, 11, Side), new ProposeWithdrawal(_id, _version, world.Withdrawn.En, effect.Hash), ct);
        var hash = (await portal.ReadAsync(db => db.Equivalences.AsNoTracking().SingleAsync(e => e.Id == _id, ct))).WithdrawalHash(_version, world.Withdrawn.En, effect);
        await portal.SendAsync(Signatory(Side.Other()), calendar.At(Withdrawn, 11, Side.Other()), new WithdrawEquivalence(_id, hash), ct);
    }

    private async Task RenewAsync(WorldNextVersion next, CancellationToken ct)
    {
        _begins = next.Begins;
        _version = await NewAsync(ct);
        await ComputeAsync(ct);
        await RateAsync(ct);
        await CloseAsync(ct);
        await DraftAsync(next.Days, ct);
        await SignAsync(Side.Other(), FirstKey, ct);
        await SignAsync(Side, SecondKey, ct);
    }

    private EquivalenceContent Content(CoverageReport report, int days)
    {
        var figures = report.Figures;
        var decision = pair.Decision ?? CoverageRules.Proposed2026.FitOf(figures.Content, figures.CriticalGaps.Count > 0) switch
        {
            FitClass.Covers => DecisionType.Full,
            FitClass.ConditionalCandidate => DecisionType.Conditional,
            _ => DecisionType.Partial,
        };
        var (isRefused, zone) = (decision == DecisionType.Refused, PortalZones.OfficialFor(Side.Other()));
        return EquivalenceContent.Proposal([pair.Role]) with
        {
            Decision = decision,
            Statement = Reviewed(world.Decisions[decision].Statement),
            Rationale = Reviewed(world.Decisions[decision].Rationale),
            Differences = figures.Gaps.Count == 0 ? []
                : [new(DifferenceCategory.Content, figures.Gaps, isRefused ? Materiality.Substantial : Materiality.Minor, isRefused ? Compensation.Bridging : Compensation.AptitudeTest, world.Difference)],
            Conditions = decision == DecisionType.Conditional
                ? [new(ConditionKind.AptitudeTest, "A", null, world.Test), new(ConditionKind.SupervisedPeriod, "A", 12, world.Period)] : [],
            Effects = [new("DEMO", isRefused ? world.NoEffect : world.Effect)],
            ValidFrom = calendar.Midnight(_begins, zone),
            ValidUntil = calendar.Midnight(_begins + days, zone),
        };
    }

    private static ReviewedText Reviewed(BilingualText text) => new(text.Ja, text.En, true, true);

    private async Task<string> HashAsync(CancellationToken ct)
    {
        var version = await VersionAsync(ct);
        return version.ContentHash(await portal.ReadAsync(db => db.Equivalences.AsNoTracking().SingleAsync(e => e.Id == _id, ct)));
    }

    private Task<EquivalenceVersion> VersionAsync(CancellationToken ct) => portal.ReadAsync(db => db.EquivalenceVersions.AsNoTracking().SingleAsync(v => v.Id == _version, ct));

    private Task<long> TokenAsync(CancellationToken ct) => portal.ReadAsync(db => db.EquivalenceVersions.Where(v => v.Id == _version).Select(v => v.Version).SingleAsync(ct));

    private DateTimeOffset At(int before, Government office) => calendar.At(_begins - before, 11, office);
}
