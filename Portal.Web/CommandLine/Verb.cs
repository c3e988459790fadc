using Portal.Infrastructure;
using Portal.Infrastructure.Persistence;

namespace Portal.Web.CommandLine;

/// <summary>Where a verb writes: what it did to <paramref name="Out"/>, what went wrong to <paramref name="Error"/>.</summary>
public sealed record Terminal(TextWriter Out, TextWriter Error);

/// <summary>Exit codes: 0 done, 1 could not, 2 not understood.</summary>
internal static class Exit
{
    public const int Done = 0, Failed = 1, NotUnderstood = 2;
}

/// <summary>The line cannot be understood; the answer is the verb's own usage.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>One thing that the program does. A file per verb; the list stands in <see cref="Verbs"/>.</summary>
internal abstract class Verb
{
    public abstract string Name { get; }

    /// <summary>The forms of the line, one per line, without the program's name.</summary>
    public abstract string Usage { get; }

    /// <summary>One sentence for the overview.</summary>
    public abstract string Summary { get; }

    /// <summary>More for the verb's own help.</summary>
    public virtual string Details => "";

    public abstract Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct);

    /// <summary>The portal without serving. Logs go to standard error, so that standard output holds the answer only.</summary>
    protected static WebApplication Portal(Arguments arguments) => Program.Build(
        ["--Logging:LogLevel:Default=Warning", "--Logging:Console:LogToStandardErrorThreshold=Trace", .. arguments.Settings]);

    /// <summary>A scope in which the portal itself acts on a database that is up to date.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    protected static async Task<AsyncServiceScope> OpenAsync(WebApplication app, CancellationToken ct)
    {
        var scope = app.Services.CreateSystemScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().IsMigratedAsync(ct)
            ? scope
            : throw new InvalidOperationException("The database has no schema, or an old one, or does not answer: run \"migrate\" first.");
    }
}
