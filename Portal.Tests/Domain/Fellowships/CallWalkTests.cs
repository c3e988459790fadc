using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Status = Portal.Application.Fellowships.Domain.FellowshipCallStatus;
using Step = Portal.Application.Fellowships.Domain.FellowshipCallStep;

namespace Portal.Tests.Domain.Fellowships;

public sealed class CallWalkTests
{
    /// <summary>Before the call opens, so that time alone never refuses.</summary>
    private static readonly DateTimeOffset Early = TestData.Now.AddDays(-2);

    public static TheoryData<Status, Step> Everywhere => [.. from status in Enum.GetValues<Status>() from step in Enum.GetValues<Step>() select (status, step)];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void A_step_is_allowed_exactly_when_the_table_says_so(Status status, Step step)
    {
        foreach (var (name, actor) in Actors.Everybody())
        {
            var call = In(status);
            var before = (call.Status, call.Events.Count, call.Signatures.Count, call.ReturnReason, call.ContentHash, call.IsTouched);
            var shown = call.StepsFor(actor, Early).Contains(step);

            var answer = Attempt.Of(() => Take(call, step, actor));

            Assert.True(Expected(status, step, actor) == answer, $"{status}, {step} by {name}: {answer}");
            Assert.True(shown == (answer == Answer.Allowed), $"{status}, button {step} for {name}");
            if (answer != Answer.Allowed)
            {
                Assert.Equal(before, (call.Status, call.Events.Count, call.Signatures.Count, call.ReturnReason, call.ContentHash, call.IsTouched));
            }
        }
    }

    [Fact]
    public void Only_an_officer_of_either_government_writes_a_call() =>
        Assert.All(Actors.Everybody(), p => Assert.Equal(
            p.Actor.Has(Permission.WriteFellowshipCall) ? Answer.Allowed : Answer.Forbidden,
            Attempt.Of(() => FellowshipCall.Write("CF27", TestData.CallContent(), p.Actor))));

    private static Answer Expected(Status status, Step step, Actor actor)
    {
        var mine = FellowshipCallWorkflow.Rules.Rows.Where(r => r.Step == step && actor.Agency is not null && actor.Permissions.Contains(r.Permission)).ToList();
        return mine.Count == 0 ? Answer.Forbidden : mine.Exists(r => r.From == status) ? Answer.Allowed : Answer.Refused;
    }

    private static FellowshipCall In(Status status) => status switch
    {
        Status.Draft => TestData.DraftCall(),
        Status.JointCheck => TestData.CallInCheck(),
        _ => TestData.ApprovedCall(),
    };

    private static void Take(FellowshipCall call, Step step, Actor actor)
    {
        switch (step)
        {
            case Step.Edit: call.Edit(TestData.CallContent(), actor); break;
            case Step.SendForCheck: call.SendForCheck(actor); break;
            case Step.Approve: call.Approve(call.ContentHash, actor, Early); break;
            default: call.Return("日付を直してください。", actor, Early); break;
        }
    }
}
