namespace Portal.Application.Fellowships.Domain;

public enum AwardOutcome { Offer, Reserve, NotProposed }

/// <param name="Rank">Order of the reserve, from 1; null for the other outcomes.</param>
public sealed record AwardEntry(Guid ApplicationId, string Number, AwardOutcome Outcome, int? Rank);
