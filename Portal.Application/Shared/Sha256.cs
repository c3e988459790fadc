using System.Security.Cryptography;
using System.Text;

namespace Portal.Application.Shared;

public static class Sha256
{
    /// <summary>Of the UTF-8 bytes of a text, 64 lower-case hexadecimal digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
