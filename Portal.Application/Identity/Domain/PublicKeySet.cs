using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Application.Identity.Domain;

/// <summary>One public key as pages show it.</summary>
/// <param name="Thumbprint">RFC 7638, SHA-256, base64url.</param>
public sealed record PublicKey(string Id, string Type, string Thumbprint);

/// <summary>
/// Public keys by which a system signs its own statements (RFC 7523): RSA from 2,048 bits (NIST SP 800-131A) or EC P-256.
/// Only the members that a key needs are kept, each key with an id.
/// </summary>
public sealed class PublicKeySet
{
    public const int MaxLength = 20_000;

    /// <summary>The problem of a key that should not have been pasted at all.</summary>
    public const string IsPrivate = "Identity.Key.Private";

    private const string Missing = "Identity.Key.Missing", Unreadable = "Identity.Key.Unreadable", TooMany = "Identity.Key.TooMany",
        NotForSigning = "Identity.Key.NotForSigning", OtherType = "Identity.Key.Type", Weak = "Identity.Key.Weak";

    private const int Most = 5, LeastRsaBits = 2048, MostRsaBits = 8192, MaxIdLength = 200;

    // RFC 7518 §6.2.2, §6.3.2, §6.4.1: what only the owner of a key may know.
    private static readonly string[] s_private = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>Everything that can be wrong, as text keys.</summary>
    public static readonly IReadOnlyList<string> Problems = [Missing, IsPrivate, Unreadable, TooMany, NotForSigning, OtherType, Weak];

    private PublicKeySet(IReadOnlyList<JsonObject> keys)
    {
        Json = new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();
        Keys = [.. keys.Select(k => new PublicKey((string)k["kid"]!, TypeOf(k), Thumbprint(k)))];
    }

    public string Json { get; }

    public IReadOnlyList<PublicKey> Keys { get; }

    /// <summary>Reads a pasted JSON Web Key or key set.</summary>
    /// <returns>The keys, or the text key of what is wrong.</returns>
    public static (PublicKeySet? Keys, string? Problem) Read(string? pasted)
    {
        if (string.IsNullOrWhiteSpace(pasted))
        {
            return (null, Missing);
        }

        if (pasted.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return (null, IsPrivate);
        }

        var found = Parse(pasted);
        var problem = found is null or { Count: 0 } ? Unreadable
            : found.Any(k => s_private.Any(k.ContainsKey)) ? IsPrivate
            : found.Count > Most ? TooMany
            : null;
        if (problem is not null)
        {
            return (null, problem);
        }

        var kept = found!.Select(Kept).ToList();
        return kept.Find(k => k.Problem is not null) is { Problem: { } first } ? (null, first) : (new PublicKeySet([.. kept.Select(k => k.Key!)]), null);
    }

    private static List<JsonObject>? Parse(string text)
    {
        try
        {
            var whole = text.Length <= MaxLength ? JsonNode.Parse(text) as JsonObject : null;
            var keys = whole?["keys"] is JsonArray set ? set.Select(k => k as JsonObject).ToList() : [whole];
            return keys.Contains(null) ? null : [.. keys.Select(k => k!)];
        }
        // Duplicate names show only when a member is asked for.
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static (JsonObject? Key, string? Problem) Kept(JsonObject key)
    {
        if (Text(key, "use") is { } use && use != "sig")
        {
            return (null, NotForSigning);
        }

        try
        {
            return Text(key, "kty") switch
            {
                "RSA" => Rsa(key),
                "EC" when Text(key, "crv") == "P-256" => EllipticCurve(key),
                _ => (null, OtherType),
            };
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return (null, Unreadable);
        }
    }

    private static (JsonObject? Key, string? Problem) Rsa(JsonObject key)
    {
        var (n, e) = (Bytes(key, "n"), Bytes(key, "e"));
        using var rsa = RSA.Create(new RSAParameters { Modulus = n, Exponent = e });
        return rsa.KeySize is < LeastRsaBits or > MostRsaBits || n[0] == 0 || e[^1] % 2 == 0 || e is [1]
            ? (null, Weak)
            : (Named(key, new JsonObject { ["e"] = Text(key, "e"), ["kty"] = "RSA", ["n"] = Text(key, "n") }), null);
    }

    private static (JsonObject? Key, string? Problem) EllipticCurve(JsonObject key)
    {
        // Refuses a point that is not on the curve.
        using var curve = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Bytes(key, "x"), Y = Bytes(key, "y") } });
        return (Named(key, new JsonObject { ["crv"] = "P-256", ["kty"] = "EC", ["x"] = Text(key, "x"), ["y"] = Text(key, "y") }), null);
    }

    private static JsonObject Named(JsonObject key, JsonObject kept)
    {
        var thumbprint = Thumbprint(kept);
        kept["kid"] = Text(key, "kid") is { Length: > 0 and <= MaxIdLength } id ? id : thumbprint;
        kept["use"] = "sig";
        return kept;
    }

    private static string Thumbprint(JsonObject key)
    {
        string[] members = (string?)key["kty"] == "RSA" ? ["e", "kty", "n"] : ["crv", "kty", "x", "y"];
        var canonical = $"{{{string.Join(',', members.Select(m => $"\"{m}\":\"{key[m]}\""))}}}";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }

    private static string TypeOf(JsonObject key) => (string?)key["kty"] == "RSA" ? $"RSA {Bytes(key, "n").Length * 8}" : "EC P-256";

    private static byte[] Bytes(JsonObject key, string member) =>
        Base64Url.DecodeFromChars(Text(key, member)) is { Length: > 0 } bytes ? bytes : throw new FormatException();

    private static string? Text(JsonObject key, string member) => key[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
