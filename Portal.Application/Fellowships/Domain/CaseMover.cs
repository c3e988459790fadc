using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Whose move a case waits for, as one stored word: work queues are kept by it.</summary>
public enum CaseMover { NotSent, Candidate, Japan, UnitedStates, BothGovernments, Nobody }

public static class CaseMovers
{
    /// <summary>The desk of one government.</summary>
    public static CaseMover Of(Government government) => government == Government.Japan ? CaseMover.Japan : CaseMover.UnitedStates;

    /// <summary>An open request to the candidate comes first: the desk that may also act waits for the answer.</summary>
    public static CaseMover Of(Party movers, Government sending) => movers switch
    {
        Party.None => CaseMover.Nobody,
        _ when movers.HasFlag(Party.Applicant) => CaseMover.Candidate,
        _ when movers.HasFlag(Party.SendingAgency) => Of(sending),
        _ => CaseMover.BothGovernments,
    };
}
