using Microsoft.AspNetCore.Identity;
using Portal.Infrastructure.Identity;

namespace Portal.Tests.Support;

internal static class GivenFactors
{
    /// <summary>Ways in that nobody needs to use in the test, put past the pages.</summary>
    public static Task GiveFactorsAsync(this PortalHost host, Guid person, int passkeys = 0, bool app = false) => host.InDatabaseAsync(async db =>
    {
        for (var i = 0; i < passkeys; i++)
        {
            db.UserPasskeys.Add(new IdentityUserPasskey<Guid> { UserId = person, CredentialId = Guid.NewGuid().ToByteArray(), Data = new() { PublicKey = [], AttestationObject = [], ClientDataJson = [] } });
        }

        if (app)
        {
            db.Authenticators.Add(new Authenticator { PersonId = person, Sealed = [1], LastStep = 0, ConfirmedAt = host.Clock.GetUtcNow() });
        }

        return await db.SaveChangesAsync();
    });
}
