using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;

namespace Portal.Application.Recognition.Domain;

// Whose move a case waits for.
public sealed partial class RecognitionCase
{
    /// <summary>Whose move it is.</summary>
    public Party WhoMoves => Status == Status.AwaitingMeasure
        ? HasChoice ? Party.Applicant : Party.HostAgency
        : RecognitionCaseWorkflow.Rules.WhoMoves(Status);

    /// <summary>The same as one word, stored so that work queues find their cases by an index. Always follows from the rest.</summary>
    public CaseMove Mover
    {
        get => SubmittedAt is null ? CaseMove.NotSent : WhoMoves switch
        {
            Party.None => CaseMove.Nobody,
            Party.Applicant => CaseMove.Holder,
            Party.SendingAgency => Of(SourceGovernment),
            _ => Of(HostGovernment),
        };
        private set => _ = value;
    }

    /// <summary>The same at an instant: what only the host can end waits for nobody else.</summary>
    public CaseMove MoverAt(BasisPhase basis, DateTimeOffset now) => MoverAt(Mover, HostGovernment, basis, IsMeasureLate(now));

    internal static CaseMove MoverAt(CaseMove stored, Government host, BasisPhase basis, bool isMeasureLate) =>
        stored is not (CaseMove.NotSent or CaseMove.Nobody) && (basis.HasEnded || isMeasureLate) ? Of(host) : stored;

    public static CaseMove Of(Government government) => government == Government.Japan ? CaseMove.Japan : CaseMove.UnitedStates;
}
