using Portal.Application.Shared;

namespace Portal.Infrastructure.Connect;

/// <summary>What a request for a sign-in still lacks.</summary>
public enum AuthorizationStep { SignIn, ProveAnew, SetUp, Consent, Issue }

/// <summary>The person in front of a request.</summary>
/// <param name="MustSetUp">Serves an agency and has not signed in strongly with enough ways in (S-11).</param>
/// <param name="HasAllowed">Has allowed the system all that it asks for.</param>
/// <param name="AskedAt">When this request first asked for a new proof; null when it has not.</param>
public sealed record AuthorizationState(Actor Actor, bool MustSetUp, bool HasAllowed, DateTimeOffset? AskedAt);

/// <summary>When a sign-in that stands is enough for another system (OpenID Connect Core 3.1.2.1), and what is missing otherwise.</summary>
public static class AuthorizationRules
{
    public const string Login = "login", NoPrompt = "none", Consent = "consent";

    public static AuthorizationStep Next(AuthorizationRequest request, AuthorizationState state, DateTimeOffset now) => state switch
    {
        { Actor.Proof: null } => AuthorizationStep.SignIn,
        { MustSetUp: true } => AuthorizationStep.SetUp,
        { Actor.Proof: { } proof } when NeedsProof(request, proof, now) && !(proof.At >= state.AskedAt) => AuthorizationStep.ProveAnew,
        { HasAllowed: false } => AuthorizationStep.Consent,
        _ => AuthorizationStep.Issue,
    };

    /// <summary>What a system hears that wanted no page to be shown.</summary>
    public static string ErrorOf(AuthorizationStep step) => step switch
    {
        AuthorizationStep.SignIn or AuthorizationStep.ProveAnew => "login_required",
        AuthorizationStep.Consent => "consent_required",
        _ => "interaction_required",
    };

    private static bool NeedsProof(AuthorizationRequest request, SignInProof proof, DateTimeOffset now) =>
        request.Prompts.Contains(Login) || now - proof.At > request.MaxAge
        // A level is a wish: without a page it stays unfulfilled, and the token says so.
        || (!request.Prompts.Contains(NoPrompt) && !Assurance.Reaches(proof.Method, request.AcrValues));
}
