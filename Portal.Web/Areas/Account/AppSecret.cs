using Portal.Application.Shared;
using QRCoder;

namespace Portal.Web.Areas.Account;

/// <summary>What the authenticator app is given: by camera or by hand.</summary>
public sealed record AppSecret(string Secret, Actor Person)
{
    private const string Issuer = "U.S.-Japan Cyber Talent Portal";

    /// <summary>In groups of four, for typing.</summary>
    public string ForHand => string.Join(' ', Secret.Chunk(4).Select(g => new string(g)));

    public string Link => $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Person.UserId:N}?secret={Secret}&issuer={Uri.EscapeDataString(Issuer)}&digits=6&period=30";

    /// <summary>The QR code (ISO/IEC 18004) as one SVG path with its side length.</summary>
    public (int Side, string Path) Picture()
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Link, QRCodeGenerator.ECCLevel.M);
        var squares = code.ModuleMatrix.SelectMany((row, y) => Enumerable.Range(0, row.Count).Where(x => row[x]).Select(x => $"M{x} {y}h1v1h-1z"));
        return (code.ModuleMatrix.Count, string.Concat(squares));
    }
}
