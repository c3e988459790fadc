using Microsoft.Data.Sqlite;
using Portal.Web.CommandLine;

namespace Portal.Tests.Support;

/// <summary>Somebody at the command line of a production machine, with a state folder of its own.</summary>
public sealed class Operator : IDisposable
{
    public string State { get; } = Directory.CreateTempSubdirectory("portal-verbs-").FullName;

    public string Database => Path.Combine(State, "portal.db");

    public async Task<(int Code, string Said, string Error)> RunAsync(params string[] line)
    {
        using var said = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] settings = [$"--PORTAL_STATE={State}", $"--contentRoot={Path.Combine(Repository.Root, "Portal.Web")}", "--environment=Production"];
        var code = await Verbs.RunAsync([.. line, .. settings], new Terminal(said, error), TestContext.Current.CancellationToken);
        return (code, said.ToString(), error.ToString());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(State, recursive: true);
    }
}
