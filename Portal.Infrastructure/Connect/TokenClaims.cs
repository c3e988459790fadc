using Portal.Application;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Connect;

/// <summary>Where a claim may be read.</summary>
public enum ClaimPlace { IdTokenOnly, Everywhere }

/// <param name="Value">A string, a list of strings, a number of seconds or a truth value.</param>
public sealed record TokenClaim(string Name, object Value, ClaimPlace Place);

/// <summary>What a connected system is told about a person: who (<c>sub</c> is the person's id), how and when they proved it, and by scope the name and the address.</summary>
public sealed class TokenClaims(PortalDbContext db)
{
    /// <summary>The sign-in: stays as it was for as long as tokens are renewed.</summary>
    public static IReadOnlyList<TokenClaim> Of(SignInSession session)
    {
        IReadOnlyList<TokenClaim> claims =
        [
            new("sub", session.PersonId.ToString(), ClaimPlace.Everywhere),
            new("sid", session.VisitId.ToString(), ClaimPlace.Everywhere),
            new("acr", Assurance.Acr(session.Method), ClaimPlace.Everywhere),
            new("auth_time", session.ProvedAt.ToUnixTimeSeconds(), ClaimPlace.Everywhere),
        ];
        var amr = Assurance.Amr(session.Method);
        return amr.Count == 0 ? claims : [.. claims, new("amr", amr, ClaimPlace.Everywhere)];
    }

    /// <summary>The person as they are now.</summary>
    public async Task<IReadOnlyList<TokenClaim>> OfPersonAsync(Guid personId, IReadOnlyCollection<string> scopes, CancellationToken ct)
    {
        var person = await db.People.GetAsync(personId, ct);
        List<TokenClaim> claims = [];
        if (scopes.Contains("profile"))
        {
            claims.Add(new("name", person.DisplayName, ClaimPlace.IdTokenOnly));
            claims.Add(new("locale", person.Language, ClaimPlace.IdTokenOnly));
        }

        if (scopes.Contains("email"))
        {
            // Nobody signs in with an address that is not confirmed.
            claims.Add(new("email", person.MailAddress, ClaimPlace.IdTokenOnly));
            claims.Add(new("email_verified", true, ClaimPlace.IdTokenOnly));
        }

        return claims;
    }
}
