using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Fellowships;

public sealed class CallTests
{
    private static readonly DateTimeOffset Early = TestData.Now.AddDays(-2);
    private static readonly Actor Japan = Actors.Officer(Government.Japan), UnitedStates = Actors.Officer(Government.UnitedStates);

    [Fact]
    public void The_first_key_leaves_the_check_open_and_the_second_one_ends_it()
    {
        var call = TestData.CallInCheck();
        call.Approve(call.ContentHash, Japan, Early);
        Assert.Equal(FellowshipCallStatus.JointCheck, call.Status);
        Assert.Equal(new CallSigned(call.Id, Government.Japan), call.Events[^1]);

        call.Approve(call.ContentHash, UnitedStates, Early);
        Assert.Equal(FellowshipCallStatus.Approved, call.Status);
        Assert.Equal(new CallApproved(call.Id), call.Events[^1]);
        Assert.All(call.Signatures, s => Assert.Equal(call.ContentHash, s.ContentHash));
    }

    [Fact]
    public void A_second_key_by_the_same_side_is_refused()
    {
        var call = TestData.CallInCheck();
        call.Approve(call.ContentHash, Japan, Early);
        Attempt.Refused(Signatures.AlreadySigned, () => call.Approve(call.ContentHash, Actors.Officer(Government.Japan), Early));
        Assert.DoesNotContain(FellowshipCallStep.Approve, call.StepsFor(Japan, Early));
        Assert.Contains(FellowshipCallStep.Approve, call.StepsFor(UnitedStates, Early));
    }

    [Fact]
    public void A_key_on_a_content_that_was_not_shown_is_refused()
    {
        var call = TestData.CallInCheck();
        var seen = call.ContentHash;
        call.Edit(call.Content with { Awards = 3 }, UnitedStates);
        call.SendForCheck(UnitedStates);
        Attempt.Refused(Signatures.ContentChanged, () => call.Approve(seen, Japan, Early));
        Assert.Empty(call.Signatures);
    }

    [Fact]
    public void An_edit_voids_the_keys_and_tells_both_desks()
    {
        var call = Signed();
        call.Edit(call.Content with { Awards = 3 }, Japan);
        Assert.Equal(FellowshipCallStatus.Draft, call.Status);
        Assert.Empty(call.Signatures);
        Assert.Contains(new CallApprovalsVoided(call.Id, CallVoidReason.Edited), call.Events);
    }

    [Fact]
    public void A_return_voids_the_keys_and_keeps_its_reason_until_the_next_check()
    {
        var call = TestData.ApprovedCall();
        call.Return("金額を直してください。", UnitedStates, Early);
        Assert.Equal(FellowshipCallStatus.Draft, call.Status);
        Assert.Empty(call.Signatures);
        Assert.Equal("金額を直してください。", call.ReturnReason);
        Assert.Contains(new CallApprovalsVoided(call.Id, CallVoidReason.Returned), call.Events);

        call.SendForCheck(Japan);
        Assert.Null(call.ReturnReason);
    }

    [Fact]
    public void An_edit_of_a_draft_tells_nobody()
    {
        var call = TestData.DraftCall();
        call.Edit(call.Content with { Awards = 3 }, Japan);
        Assert.Empty(call.Events);
    }

    [Theory]
    [InlineData(-1, Answer.Allowed)]
    [InlineData(0, Answer.Refused)]
    [InlineData(1, Answer.Refused)]
    public void An_approved_call_is_taken_back_only_before_it_opens(int seconds, Answer answer)
    {
        var call = TestData.ApprovedCall();
        var at = call.Content.OpensAt.Instant.AddSeconds(seconds);
        Assert.Equal(answer == Answer.Allowed, call.StepsFor(Japan, at).Contains(FellowshipCallStep.Return));
        Assert.Equal(answer, Attempt.Of(() => call.Return("見直します。", Japan, at)));
    }

    [Theory]
    [InlineData(-1, Answer.Allowed)]
    [InlineData(0, Answer.Refused)]
    public void A_call_whose_closing_has_passed_is_not_approved(int seconds, Answer answer)
    {
        var call = TestData.CallInCheck();
        Assert.Equal(answer, Attempt.Of(() => call.Approve(call.ContentHash, Japan, call.Content.ClosesAt.Instant.AddSeconds(seconds))));
    }

    [Fact]
    public void An_incomplete_call_is_not_sent_for_the_check()
    {
        var call = TestData.DraftCall(TestData.CallContent() with { Title = new("題", "Title", JaReviewed: true) });
        Attempt.Refused("Fellowships.Call.TextNotReviewed", () => call.SendForCheck(Japan));
        Assert.Equal(Answer.Forbidden, Attempt.Of(() => call.SendForCheck(Actors.Official(Government.Japan))));
    }

    [Fact]
    public void A_new_question_makes_a_new_revision_and_keeps_every_id()
    {
        var call = TestData.DraftCall();
        var before = Ids(call.Content);
        var added = TestData.Question(QuestionKind.OneChoice);
        call.Edit(call.Content with { Questions = [.. call.Content.Questions.Reverse(), added] }, Japan);
        Assert.Equal(2, call.FormRevision);
        Assert.Equal(before.Concat(Ids([added])).Order(), Ids(call.Content).Order());
    }

    [Fact]
    public void Other_changes_leave_the_revision()
    {
        var call = TestData.DraftCall();
        call.Edit(call.Content with { Awards = 5, Title = TestData.Reviewed("別の題", "Another title") }, Japan);
        Assert.Equal(1, call.FormRevision);
    }

    [Fact]
    public void A_question_without_an_id_gets_one_at_the_first_save_and_a_repeated_id_counts_once()
    {
        var twice = TestData.Question(QuestionKind.ShortText);
        var fresh = TestData.Question(QuestionKind.OneChoice) with { Id = Guid.Empty, Options = [TestData.Option("一", "One") with { Id = Guid.Empty }] };
        var call = TestData.DraftCall(TestData.CallContent() with { Questions = [fresh, fresh, twice, twice], Criteria = [new(Guid.Empty, new("条件", "Condition"))] });
        Assert.Equal(3, call.Content.Questions.Count);
        Assert.DoesNotContain(Guid.Empty, Ids(call.Content));
        Assert.DoesNotContain(Guid.Empty, call.Content.Criteria.Select(c => c.Id));
    }

    [Fact]
    public void Staff_see_every_call_and_others_only_approved_ones()
    {
        var (draft, approved) = (TestData.DraftCall(), TestData.ApprovedCall());
        Assert.All(Actors.Everybody(), p =>
        {
            var sees = FellowshipCall.VisibleTo(p.Actor).Compile();
            Assert.True(sees(approved), p.Name);
            Assert.Equal(p.Actor.Has(Permission.ReadFellowshipCases), sees(draft));
        });
    }

    private static FellowshipCall Signed()
    {
        var call = TestData.CallInCheck();
        call.Approve(call.ContentHash, Japan, Early);
        return call;
    }

    private static IEnumerable<Guid> Ids(CallContent content) => Ids(content.Questions);

    private static IEnumerable<Guid> Ids(IEnumerable<CallQuestion> questions) => questions.SelectMany(q => q.Options.Select(o => o.Id).Prepend(q.Id));
}
