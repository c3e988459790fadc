using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;

namespace Portal.Application.Recognition.Domain;

/// <summary>A certificate that is renewed while the case runs.</summary>
public sealed partial class RecognitionCase
{
    /// <summary>Which of the holder's papers are renewals of what the case rests on: of the same certification, and lasting longer or issued later for as long.</summary>
    public IReadOnlyList<HeldCertification> RenewalsAmong(IReadOnlyList<HeldCertification> held) =>
        [.. _certifications.Select(c => held.Where(h => h.HolderId == HolderId && h.Certification == c.Certification && c.IsRenewedBy(h)).MaxBy(h => (h.ExpiresOn ?? DateOnly.MaxValue, h.IssuedOn))).OfType<HeldCertification>()];

    /// <summary>
    /// Puts renewed certificates in the place of the old ones. Certificate and currency are checked again, and the source authority is asked
    /// again: what they found was about the old paper.
    /// </summary>
    /// <exception cref="RefusedException">Nothing is renewed, a paper is missing or does not count, or something was found that a renewal does not undo.</exception>
    public void Renew(IReadOnlyList<HeldCertification> held, Func<HeldCertification, HeldState> stateOf, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Renew, actor);
        if (StandsAgainstRenewal)
        {
            throw Refusal("Cases.Renew.StandsAgainst");
        }

        var renewed = RenewalsAmong(held);
        if (renewed.Count == 0)
        {
            throw Refusal("Cases.Renew.Nothing");
        }

        RequirePapers(renewed, stateOf);
        Take(renewed);
        RenewedAt = now;
        GoBack(row.To);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.Renewed));
    }

    /// <summary>What was found about the person or the authority's records: another paper does not undo it.</summary>
    private bool StandsAgainstRenewal => Opinion?.Failure is not null || Verification?.Answer == VerificationAnswer.Adverse && Opinion is null
        || Checks.Any(c => c.Failure?.Kind() == FailureKind.NoReapplication);

    private void Take(IReadOnlyList<HeldCertification> renewed)
    {
        _certifications.RemoveAll(c => renewed.Any(paper => paper.Certification == c.Certification));
        _certifications.AddRange(renewed.Select(CaseCertification.Of));
        Checks = [.. Checks.Where(c => c.Section is not (CaseSection.Certificate or CaseSection.Currency))];
        (Verification, Opinion) = (null, null);
        Touch();
    }

    /// <summary>To the desk that checks; the months to the decision run on.</summary>
    private void GoBack(Status to)
    {
        if (Status != to)
        {
            Status = to;
            Due(DecisionBy);
        }
    }

    private void RequirePapers(IReadOnlyList<HeldCertification> held, Func<HeldCertification, HeldState> stateOf)
    {
        if (held.FirstOrDefault(h => h.Files.Count == 0) is { } bare)
        {
            throw Refusal("Cases.Submit.NoFile", ("Certification", bare.Certification));
        }

        if (held.FirstOrDefault(h => stateOf(h) is HeldState.Expired or HeldState.Suspended) is { } ended)
        {
            throw Refusal("Cases.Submit.NotInDate", ("Certification", ended.Certification));
        }
    }
}
