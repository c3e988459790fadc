using System.Globalization;
using Portal.Infrastructure;
using Portal.Infrastructure.Seeding;

namespace Portal.Web.CommandLine;

internal sealed class SeedVerb : Verb
{
    private const int DefaultSize = 1000, LargestSize = 1_000_000;

    public override string Name => "seed";

    public override string Usage => "seed --profile demo [--out MANIFEST]\nseed --profile load [--size N] [--out MANIFEST]";

    public override string Summary => "Fills the database with made-up data. In Development only.";

    public override string Details => $"demo: agencies, people, calls and applications of both governments. load: N applications to measure with (default {DefaultSize}), beside that world. MANIFEST: a JSON file of accounts, things, their owners and addresses.";

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var profile = arguments.Option("--profile") ?? throw new UsageException("--profile is missing.");
        var (size, manifest) = (SizeOf(arguments.Option("--size")), arguments.Option("--out"));
        arguments.End();
        await using var app = Portal(arguments);
        if (!app.Environment.IsDevelopment())
        {
            await terminal.Error.WriteLineAsync("Made-up data is for Development: set ASPNETCORE_ENVIRONMENT=Development.");
            return Exit.Failed;
        }

        await Preparation.MigrateAsync(app.Services, terminal, ct);
        await using var scope = app.Services.CreateSystemScope();
        await terminal.Out.WriteLineAsync(profile switch
        {
            "demo" => await scope.ServiceProvider.GetRequiredService<IDemonstrationWorld>().SeedAsync(ct),
            "load" => await scope.ServiceProvider.GetRequiredService<ILoadProfile>().SeedAsync(size, ct),
            _ => throw new UsageException($"'{profile}' is not a profile."),
        });
        if (manifest is not null)
        {
            await scope.ServiceProvider.GetRequiredService<WorldManifest>().WriteAsync(manifest, ct);
            await terminal.Out.WriteLineAsync($"Manifest: {manifest}");
        }

        return Exit.Done;
    }

    private static int SizeOf(string? text) => text is null ? DefaultSize
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is > 0 and <= LargestSize ? size
        : throw new UsageException($"--size is a number from 1 to {LargestSize}.");
}
