using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity;

/// <summary>What the mailed link of an invitation says: the membership and the instant of the invitation, so that a newer one voids it.</summary>
public static class Invitation
{
    public const string Purpose = "invitation";

    public static string Of(Membership membership) => $"{membership.Id:N} {membership.InvitedAt.UtcTicks / TimeSpan.TicksPerMillisecond}";

    /// <summary>The invitation that a link means; null when the link is foreign, changed, or replaced by a newer one.</summary>
    internal static async Task<Membership?> InvitationAsync(this IPortalDb db, ILinkTokens tokens, string? token, CancellationToken ct)
    {
        var value = tokens.Read(Purpose, token ?? "");
        return value is not null && Guid.TryParse(value.Split(' ')[0], out var id)
            && await db.Memberships.FirstOrDefaultAsync(m => m.Id == id, ct) is { } membership && Of(membership) == value
            ? membership
            : null;
    }
}
