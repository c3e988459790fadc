using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships;

/// <summary>What a mail to a candidate may name. Reasons and notes are not among it: people write them freely, so they are read on the page only.</summary>
/// <param name="AnswerBy">Set once an offer was made.</param>
/// <param name="DueBy">Set while a correction is asked for.</param>
internal sealed record ApplicationMail(string Number, BilingualText Title, Deadline? AnswerBy, Deadline? DueBy, DateOnly DecisionOn)
{
    public static ApplicationMail Of(FellowshipApplication application, FellowshipCall call) => new(
        application.Number, call.Content.Title.Text, application.AnswerBy, application.Correction?.DueBy, call.Content.DecisionOn);
}

/// <summary>What a mail to staff about a call or its award list may name.</summary>
internal sealed record CallMail(string Code, BilingualText Title, Deadline OpensAt, Deadline ClosesAt, DateOnly DecisionOn)
{
    public static CallMail Of(FellowshipCall call) => new(
        call.Code, call.Content.Title.Text, call.Content.OpensAt, call.Content.ClosesAt, call.Content.DecisionOn);
}
