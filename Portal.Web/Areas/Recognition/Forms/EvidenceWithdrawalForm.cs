using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;

namespace Portal.Web.Areas.Recognition.Forms;

public sealed class EvidenceWithdrawalForm
{
    public EvidenceKind Kind { get; init; }

    public string? Reason { get; init; }

    public string? SeenHash { get; init; }
}

/// <param name="Refused">The step that was refused.</param>
/// <param name="Reason">As it was typed there.</param>
public sealed record EvidenceWithdrawalPage(EvidenceWithdrawal.Page Case, string? Refused, string? Reason)
{
    public string? ReasonOf(string step) => Refused == step ? Reason : null;
}
