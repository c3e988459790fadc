namespace Portal.Tests.Support;

/// <summary>A portal that accepts one model of security keys, of one maker, for signing.</summary>
public sealed class DeviceBoundHost(PortalTemplate template) : PortalHost(template)
{
    internal KeyMaker Maker { get; } = new();

    protected override IEnumerable<(string Name, string Value)> Settings =>
        [("Passkeys:DeviceBound:Aaguids:0", SoftPasskey.Model.ToString()), ("Passkeys:DeviceBound:RootsPath", RootsPath)];

    private string RootsPath => Path.Combine(State.Root, "roots.pem");

    public override async ValueTask InitializeAsync()
    {
        State.Create();
        await File.WriteAllTextAsync(RootsPath, Maker.RootPem);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        Maker.Dispose();
        await base.DisposeAsync();
    }
}
