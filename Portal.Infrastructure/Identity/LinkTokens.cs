using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

/// <summary>Authenticated encryption by Data Protection; the purpose is part of the key.</summary>
internal sealed class LinkTokens(IDataProtectionProvider protection) : ILinkTokens
{
    public string Create(string purpose, string value) => Base64Url.EncodeToString(For(purpose).Protect(Encoding.UTF8.GetBytes(value)));

    public string? Read(string purpose, string token)
    {
        try
        {
            return Encoding.UTF8.GetString(For(purpose).Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector For(string purpose) => protection.CreateProtector("Portal.LinkTokens", purpose);
}
