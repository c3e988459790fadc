using Portal.Infrastructure;
using Portal.Infrastructure.Seeding;
using Portal.Web.Infrastructure;

namespace Portal.Web.CommandLine;

internal sealed class ServeVerb : Verb
{
    public const string Word = "serve";

    public override string Name => Word;

    public override string Usage => "serve";

    public override string Summary => "Serves the portal. The default verb.";

    public override string Details =>
        """
        In Development it first makes whatever is missing: schema, reference data and, in a new database, the demonstration world.
        Anywhere else it changes nothing, and refuses to start with a weak setting, demonstration data or an old schema; it prints every reason.
        """;

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        arguments.End();
        await using var app = Program.Build(arguments.Settings);
        if (!await IsFitAsync(app, terminal, ct))
        {
            return Exit.Failed;
        }

        await app.RunAsync(ct);
        return Exit.Done;
    }

    private static async Task<bool> IsFitAsync(WebApplication app, Terminal terminal, CancellationToken ct)
    {
        await using var scope = app.Services.CreateSystemScope();
        var world = scope.ServiceProvider.GetService<IDemonstrationWorld>();
        if (app.Environment.IsDevelopment())
        {
            await Preparation.MakeMissingAsync(app.Services, terminal, ct);
        }
        else if (await SelfCheck.ReasonsAsync(app, world, ct) is { Count: > 0 } reasons)
        {
            await terminal.Error.WriteLineAsync($"The portal does not start:\n{string.Join('\n', reasons.Select(x => $"- {x}"))}");
            return false;
        }

        app.Services.GetRequiredService<DemoBanner>().IsShown = world is not null && await world.ExistsAsync(ct);
        return true;
    }
}
