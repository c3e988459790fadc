using System.Text.Json.Nodes;
using Portal.Application.Identity.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Identity;

public sealed class PublicKeySetTests
{
    [Fact]
    public void The_thumbprint_is_that_of_the_standard()
    {
        // The example of RFC 7638, section 3.1.
        const string Example = """
            {"kty":"RSA","alg":"RS256","kid":"2011-04-29","e":"AQAB","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"}
            """;
        var key = Assert.Single(PublicKeySet.Read(Example).Keys!.Keys);
        Assert.Equal(new PublicKey("2011-04-29", "RSA 2048", "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"), key);
    }

    [Fact]
    public void A_key_without_an_id_gets_its_thumbprint_and_nothing_else_is_kept()
    {
        var pasted = JsonNode.Parse(SystemsInHost.EllipticKey())!.AsObject();
        pasted["x5u"] = "https://keys.example.gov";
        var read = PublicKeySet.Read(pasted.ToJsonString()).Keys!;
        var kept = JsonNode.Parse(read.Json)!["keys"]![0]!.AsObject();
        Assert.Equal(["crv", "kid", "kty", "use", "x", "y"], kept.Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.Equal(read.Keys[0].Thumbprint, read.Keys[0].Id);
        Assert.Equal(read.Json, PublicKeySet.Read(read.Json).Keys!.Json);
    }

    [Fact]
    public void A_set_holds_the_old_and_the_new_key_but_not_many() =>
        Assert.Equal((2, "Identity.Key.TooMany"), (PublicKeySet.Read(SetOf(2)).Keys!.Keys.Count, PublicKeySet.Read(SetOf(6)).Problem));

    [Fact]
    public void A_private_key_is_called_what_it_is()
    {
        var key = SystemsInHost.EllipticKey(withPrivatePart: true);
        string[] pasted = [key, $$"""{"keys":[{{SystemsInHost.EllipticKey()}},{{key}}]}""", """{"kty":"oct","k":"AAAA"}""", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"];
        Assert.All(pasted, p => Assert.Equal(PublicKeySet.IsPrivate, PublicKeySet.Read(p).Problem));
    }

    [Theory]
    [InlineData("", "Identity.Key.Missing")]
    [InlineData("  ", "Identity.Key.Missing")]
    [InlineData("hello", "Identity.Key.Unreadable")]
    [InlineData("[]", "Identity.Key.Unreadable")]
    [InlineData("{}", "Identity.Key.Type")]
    [InlineData("""{"keys":[]}""", "Identity.Key.Unreadable")]
    [InlineData("""{"keys":[1]}""", "Identity.Key.Unreadable")]
    [InlineData("""{"kty":"EC","kty":"EC"}""", "Identity.Key.Unreadable")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AAAA"}""", "Identity.Key.Unreadable")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"*","y":"*"}""", "Identity.Key.Unreadable")]
    [InlineData("""{"kty":"EC","crv":"P-384","x":"AAAA","y":"AAAA"}""", "Identity.Key.Type")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"AAAA"}""", "Identity.Key.Type")]
    [InlineData("""{"kty":"RSA","use":"enc","n":"AQAB","e":"AQAB"}""", "Identity.Key.NotForSigning")]
    [InlineData("""{"kty":"RSA","n":"","e":""}""", "Identity.Key.Unreadable")]
    [InlineData("""{"kty":"RSA","n":5,"e":"AQAB"}""", "Identity.Key.Unreadable")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""", "Identity.Key.Unreadable")]
    public void What_is_no_usable_key_is_refused(string pasted, string problem) => Assert.Equal(problem, PublicKeySet.Read(pasted).Problem);

    [Fact]
    public void A_short_rsa_key_is_refused() =>
        Assert.Equal(("Identity.Key.Weak", null), (PublicKeySet.Read(SystemsInHost.RsaKey(1024)).Problem, PublicKeySet.Read(SystemsInHost.RsaKey(2048)).Problem));

    [Fact]
    public void A_very_long_paste_is_not_read() => Assert.Equal("Identity.Key.Unreadable", PublicKeySet.Read(SetOf(200)).Problem);

    private static string SetOf(int count) => $$"""{"keys":[{{string.Join(',', Enumerable.Range(0, count).Select(_ => SystemsInHost.EllipticKey()))}}]}""";
}
