using FluentValidation;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Identity;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Recognition;

/// <summary>What a reader counts as short and a column does not hold is refused before it is stored.</summary>
public sealed class CaseTextLengthTests
{
    // One perceived character each.
    private static readonly string s_marks = "a" + new string('\u0335', 1500), s_endless = "a" + new string('\u0335', 9000);

    [Fact]
    public void A_name_is_no_longer_than_its_columns()
    {
        var validator = new SubmitCaseValidator();
        Assert.Empty(Codes(validator, Named("佐藤 花子")));
        Assert.Empty(Codes(validator, Named(new string('寿', RecognitionCase.NameLength))));
        Assert.Equal(["Cases.Submit.NameWrong"], Codes(validator, Named(s_marks)));
        // One character, and in what a search goes by a phrase of eighteen.
        Assert.Equal(["Cases.Submit.NameWrong"], Codes(validator, Named(new string('\uFDFA', RecognitionCase.NameLength))));
        Assert.Equal("Account.Name.TooLong", DisplayNameRules.Check(s_marks));
        Assert.Equal(["Identity.Organisation.NameTooLong"], Codes(new RegisterOrganisationValidator(), new RegisterOrganisation("MOD", "防衛省", s_marks, new(2026, 4, 1))));
    }

    [Fact]
    public void The_names_of_a_system_find_room_in_their_column()
    {
        var validator = new RegisterSystemValidator();
        var fits = Repeated("😀", 80);
        Assert.Empty(Codes(validator, System(new string('名', 200), new string('n', 200))));
        Assert.Empty(Codes(validator, System(fits, fits)));
        Assert.InRange(JsonColumn.Write(new BilingualText(fits, fits)).Length, 1900, 2000);
        Assert.Equal(["Identity.System.NameTooLong"], Codes(validator, System(Repeated("😀", 81), "System")));
        Assert.Equal(["Identity.Organisation.NameTooLong"], Codes(validator, System("System", Repeated("😀", 200))));
    }

    [Fact]
    public void A_text_of_a_case_is_no_longer_than_its_columns()
    {
        var validator = new FulfilMeasureValidator();
        Assert.Empty(Codes(validator, Noted(new string('あ', CaseTextRules.MaxLength))));
        Assert.All([s_endless, Repeated("😀", 2000), Repeated("\"", 2000)], text => Assert.Equal(["Cases.Text.TooLong"], Codes(validator, Noted(text))));
    }

    [Fact]
    public void A_reason_is_no_longer_than_its_columns()
    {
        var validator = new ReturnCallValidator();
        Assert.Empty(Codes(validator, Returned(new string('あ', ReasonRules.MaxLength))));
        Assert.All([s_endless, Repeated("😀", 1000)], text => Assert.Equal(["Shared.Reason.TooLong"], Codes(validator, Returned(text))));
    }

    // As the configuration of a case gives them room.
    [Fact]
    public void The_longest_texts_find_room_in_the_narrowest_columns()
    {
        var longest = Repeated("😀", CaseTextRules.MaxStored / 12);
        Assert.Empty(Codes(new FulfilMeasureValidator(), Noted(longest)));
        var (both, by, at) = (new BilingualText(longest, longest), Guid.NewGuid(), RecognitionCaseStory.Now);
        Assert.InRange(JsonColumn.Write(new SecondOpinion(FailureReason.StruckOff, longest, by, at)).Length, CaseTextRules.MaxStored, 10_000);
        Assert.InRange(JsonColumn.Write(new DecisionReview(longest, at, true, both, by, at)).Length, 3 * CaseTextRules.MaxStored, 20_000);
        Assert.Equal(JsonColumn.Write(longest).Length, CleanText.JsonLength(longest) + 2);
    }

    private static SubmitCase Named(string name) => new(Guid.NewGuid(), name, true);

    private static RegisterSystem System(string ja, string en) => new(Guid.NewGuid(), SystemKind.Service, ja, en, null, null, [], SystemAuthentication.Secret, null);

    private static FulfilMeasure Noted(string note) => new(Guid.NewGuid(), 1, 1, note);

    private static ReturnCall Returned(string reason) => new(Guid.NewGuid(), reason);

    private static string Repeated(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static IEnumerable<string> Codes<T>(AbstractValidator<T> validator, T message) => validator.Validate(message).Errors.Select(e => e.ErrorCode);
}
