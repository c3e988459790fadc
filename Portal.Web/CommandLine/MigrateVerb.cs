namespace Portal.Web.CommandLine;

internal sealed class MigrateVerb : Verb
{
    public override string Name => "migrate";

    public override string Usage => "migrate";

    public override string Summary => "Brings the database to this program's schema and loads built-in reference data that it lacks.";

    public override string Details => "Run it before serving a new version. Running it again changes nothing.";

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        arguments.End();
        await using var app = Portal(arguments);
        await Preparation.MigrateAsync(app.Services, terminal, ct);
        await terminal.Out.WriteLineAsync("The database is up to date.");
        return Exit.Done;
    }
}
