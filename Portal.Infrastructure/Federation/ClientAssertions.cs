using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Infrastructure.Federation;

/// <summary>Says to a provider who the portal is by a signature, where a key is configured in place of a secret (<c>private_key_jwt</c>, RFC 7523).</summary>
public sealed class ClientAssertions(TimeProvider clock)
{
    private const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(1);

    /// <returns>False when the provider knows the portal by a secret.</returns>
    public bool SignOn(OpenIdConnectMessage message, OutsideProvider provider)
    {
        if (provider.KeyPath is not { } path)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        message.ClientAssertionType = JwtBearer;
        message.ClientAssertion = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = provider.ClientId,
            Audience = provider.Issuer,
            Claims = new Dictionary<string, object> { ["sub"] = provider.ClientId, ["jti"] = Guid.NewGuid().ToString() },
            IssuedAt = now,
            NotBefore = now,
            Expires = now + s_life,
            SigningCredentials = Read(path),
        });
        return true;
    }

    /// <summary>RS256, or ES256 for a key on the curve P-256.</summary>
    /// <exception cref="CryptographicException">The file holds no such key.</exception>
    public static SigningCredentials Read(string path)
    {
        var pem = File.ReadAllText(path);
        try
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return new(new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256);
        }
        catch (CryptographicException)
        {
            // PEM says which kind of key it holds only inside.
            var curve = ECDsa.Create();
            curve.ImportFromPem(pem);
            return new(new ECDsaSecurityKey(curve), SecurityAlgorithms.EcdsaSha256);
        }
    }
}
