namespace Portal.Application.Shared;

/// <summary>Who an actor is in one case. An actor may be several at once, so a row of a workflow names the ones it admits.</summary>
[Flags]
public enum Party
{
    None = 0,
    Applicant = 1,
    SendingAgency = 2,
    HostAgency = 4,
    JapanAgency = 8,
    UsAgency = 16,
    /// <summary>The portal itself, when an instant has passed.</summary>
    Clock = 32,
    EitherAgency = JapanAgency | UsAgency,
}
