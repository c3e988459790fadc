using Portal.Application.Shared;

namespace Portal.Application.Identity;

/// <summary>The two mailed links of a recovery. Each names one request and is good for one thing.</summary>
public static class RecoveryLinks
{
    public const string ToStop = "Recovery.Stop", ToEnter = "Recovery.Enter";

    public static string StopPath(this ILinkTokens tokens, Guid request) => $"/Account/Recovery/Stop?token={tokens.Create(ToStop, request.ToString("N"))}";

    public static string EnterPath(this ILinkTokens tokens, Guid request) => $"/Account/Recovery/Enter?token={tokens.Create(ToEnter, request.ToString("N"))}";

    public static Guid? RequestOf(this ILinkTokens tokens, string purpose, string? token) =>
        Guid.TryParse(tokens.Read(purpose, token ?? ""), out var request) ? request : null;
}
