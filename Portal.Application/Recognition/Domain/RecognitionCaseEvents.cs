using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>A turn that somebody is told of.</summary>
public enum CaseTurn
{
    Submitted, Renewed, FileComplete, InformationAsked, InformationAnswered, Resumed, Verifying, Confirmed, SecondReview, SecondOpinionGiven,
    Granted, Conditional, MeasureChosen, MeasureFailed, Declined, ReviewAsked, ReviewUpheld, ReviewVaried, Withdrawn, Closed,
}

public sealed record RecognitionCaseMoved(Guid CaseId, CaseTurn Turn) : IDomainEvent;

public sealed record RecognitionStatementIssued(Guid StatementId) : IDomainEvent;
