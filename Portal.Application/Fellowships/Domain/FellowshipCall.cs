using System.Linq.Expressions;
using Portal.Application.Shared;
using Status = Portal.Application.Fellowships.Domain.FellowshipCallStatus;
using Step = Portal.Application.Fellowships.Domain.FellowshipCallStep;

namespace Portal.Application.Fellowships.Domain;

/// <summary>What a call is at an instant, as everybody sees it.</summary>
public enum CallPhase { Draft, JointCheck, Scheduled, Open, Closed }

/// <summary>A call for fellowships: one text, form and set of dates that both governments approve on the same content hash.</summary>
public sealed class FellowshipCall : Aggregate
{
    private readonly List<Signature> _signatures = [];

    private FellowshipCall() { }

    /// <summary>Short and stable, for example <c>CF27</c>: the first part of every application number.</summary>
    public string Code { get; private set; } = "";
    public Status Status { get; private set; }
    public CallContent Content { get; private set; } = null!;

    /// <summary>Raised when what is asked changes; an application remembers the revision that it answers.</summary>
    public int FormRevision { get; private set; } = 1;

    // Copies of two instants of the content, so that lists can filter and sort by them.
    public DateTimeOffset OpensAt { get; private set; }
    public DateTimeOffset ClosesAt { get; private set; }
    public string? ReturnReason { get; private set; }
    public IReadOnlyList<Signature> Signatures => _signatures;

    public override string StatusName => Status.ToString();

    public string ContentHash => Shared.ContentHash.Of(Content);

    public static FellowshipCall Write(string code, CallContent content, Actor actor)
    {
        var call = new FellowshipCall { Code = CleanText.Line(code).ToUpperInvariant() };
        FellowshipCallWorkflow.Rules.Require(Status.Draft, Step.Edit, actor, actor.AgencyParty, call);
        call.Take(content);
        return call;
    }

    /// <summary>Changes the content. In a joint check this voids every approval and tells both desks.</summary>
    public void Edit(CallContent content, Actor actor)
    {
        var wasInCheck = Status == Status.JointCheck;
        Move(Step.Edit, actor);
        if (wasInCheck)
        {
            VoidApprovals(CallVoidReason.Edited, null);
        }

        Take(content);
    }

    /// <exception cref="RefusedException">A text is missing or unreviewed, or a date or number makes no sense.</exception>
    public void SendForCheck(Actor actor)
    {
        var row = Row(Step.SendForCheck, actor);
        if (CallReadiness.Problems(Content) is [var first, ..])
        {
            throw new RefusedException(first);
        }

        (Status, ReturnReason) = (row.To, null);
        Raise(new CallSentForCheck(Id));
    }

    /// <summary>Turns one government's key. The second one puts the call on the clock.</summary>
    public void Approve(string seenHash, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Approve, actor);
        if (Content.ClosesAt.IsPast(now))
        {
            throw new RefusedException("Fellowships.Call.ClosingPassed");
        }

        var isJoint = _signatures.Sign(nameof(Step.Approve), seenHash, ContentHash, actor, now, this);
        Touch();
        if (isJoint)
        {
            Status = row.To;
            Raise(new CallApproved(Id));
        }
        else
        {
            Raise(new CallSigned(Id, actor.Agency!.Value));
        }
    }

    /// <summary>Takes the call back to draft and voids every approval. Not possible once it has opened: candidates rely on it.</summary>
    public void Return(string reason, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Return, actor);
        if (Status == Status.Approved && Content.OpensAt.IsPast(now))
        {
            throw new RefusedException("Fellowships.Call.AlreadyOpen");
        }

        Status = row.To;
        VoidApprovals(CallVoidReason.Returned, reason);
    }

    public CallPhase PhaseAt(DateTimeOffset now) => Status switch
    {
        Status.Draft => CallPhase.Draft,
        Status.JointCheck => CallPhase.JointCheck,
        _ => !Content.OpensAt.IsPast(now) ? CallPhase.Scheduled : Content.ClosesAt.IsPast(now) ? CallPhase.Closed : CallPhase.Open,
    };

    /// <summary>The one rule for lateness: on time before the closing instant, or begun before it and finished within the hidden grace (S-47).</summary>
    public bool Takes(DateTimeOffset begunAt, DateTimeOffset now, TimeSpan grace) =>
        PhaseAt(now) == CallPhase.Open || (PhaseAt(begunAt) == CallPhase.Open && now < Content.ClosesAt.Instant + grace);

    public bool HasSigned(Government government) => _signatures.Exists(s => s.Government == government);

    /// <summary>The governments whose approval is missing; nobody outside a joint check.</summary>
    public IReadOnlyList<Government> Awaited =>
        Status == Status.JointCheck ? [.. Governments.Both.Where(g => !HasSigned(g))] : [];

    public IEnumerable<Step> StepsFor(Actor actor, DateTimeOffset now) =>
        FellowshipCallWorkflow.Rules.Open(Status, actor, actor.AgencyParty)
            .Where(s => s != Step.Return || Status != Status.Approved || !Content.OpensAt.IsPast(now))
            .Where(s => s != Step.Approve || (actor.Agency is { } mine && !HasSigned(mine)));

    /// <summary>Everybody sees approved calls; the programme staff of both governments see all.</summary>
    public static Expression<Func<FellowshipCall, bool>> VisibleTo(Actor actor)
    {
        var isStaff = actor.Agency != null && (actor.Has(Permission.ReadFellowshipCases) || actor.Has(Permission.WriteFellowshipCall));
        return c => c.Status == Status.Approved || isStaff;
    }

    private Transition<Status, Step> Row(Step step, Actor actor) =>
        FellowshipCallWorkflow.Rules.Require(Status, step, actor, actor.AgencyParty, this);

    private void Move(Step step, Actor actor) => Status = Row(step, actor).To;

    private void VoidApprovals(CallVoidReason why, string? reason)
    {
        _signatures.Clear();
        ReturnReason = reason;
        Touch();
        Raise(new CallApprovalsVoided(Id, why));
    }

    private void Take(CallContent content)
    {
        var cleaned = content.Cleaned();
        if (Content is not null && Asks(cleaned) != Asks(Content))
        {
            FormRevision++;
        }

        Content = cleaned;
        (OpensAt, ClosesAt) = (cleaned.OpensAt.Instant, cleaned.ClosesAt.Instant);
    }

    private static string Asks(CallContent content) => Shared.ContentHash.Of(new { content.Sections, content.Criteria, content.Questions });
}
