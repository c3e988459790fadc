using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Portal.Infrastructure.Connect;

/// <summary>Keys that live as long as the process, made at the first protocol request. Outside Development there are none of them (S-23).</summary>
internal sealed class DevelopmentKeys(IHostEnvironment environment) : IConfigureOptions<OpenIddictServerOptions>
{
    private const int KeyBytes = 32;

    public void Configure(OpenIddictServerOptions options)
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        var signing = new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));
        options.SigningCredentials.Add(new SigningCredentials(signing, SecurityAlgorithms.EcdsaSha256));
        options.EncryptionCredentials.Add(new EncryptingCredentials(
            new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(KeyBytes)), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }
}
