using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

/// <summary>The keys of the OpenID Connect server in an operator's hands.</summary>
public sealed class KeysVerbTests(PortalTemplate template) : IDisposable
{
    private readonly Operator _operator = new();

    [Fact]
    public async Task Keys_are_listed_announced_and_replaced_and_never_shown()
    {
        template.CopyTo(_operator.Database);
        Assert.Equal((0, "There are no keys yet: the first request of a connected system makes them.\n", ""), await _operator.RunAsync("keys", "list"));
        await _operator.RunAsync("keys", "rotate", "--now");
        var (code, said, _) = await _operator.RunAsync("keys", "rotate");
        Assert.Equal(0, code);
        Assert.Equal(["Encryption Signing", "Encryption Announced", "Signing Signing", "Signing Announced"], States(said));
        Assert.Equal(said, (await _operator.RunAsync("keys", "rotate")).Said);
        var replaced = (await _operator.RunAsync("keys", "rotate", "--now")).Said;
        Assert.Equal(["Encryption Signing", "Signing Signing"], States(replaced));
        Assert.Empty(replaced.Split(' ', '\n').Where(x => x.Length >= 32).Intersect(said.Split(' ', '\n')));
    }

    public void Dispose() => _operator.Dispose();

    private static IEnumerable<string> States(string table) =>
        table.TrimEnd().Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..2]));
}
