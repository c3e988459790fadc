using System.Globalization;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Web.CommandLine;

/// <summary>The program's command line: <c>VERB …</c>; without a verb it serves.</summary>
internal static class Verbs
{
    private static readonly Verb[] s_all =
        [new ServeVerb(), new MigrateVerb(), new SeedVerb(), new ImportVerb(), new RoutesVerb(), new VerifyVerb(), new UserVerb(), new KeysVerb()];

    private static readonly string[] s_help = ["--help", "-h", "help"];

    public static async Task<int> RunAsync(IReadOnlyList<string> line, Terminal terminal, CancellationToken ct)
    {
        // What background work and the command line say must not depend on the machine (R-29); pages set their own.
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (new("en-US"), new("en"));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new("en-US"), new("en"));
        var first = line.Count == 0 ? "" : line[0];
        if (s_help.Contains(first))
        {
            await terminal.Out.WriteLineAsync(Overview());
            return Exit.Done;
        }

        var isNamed = first.Length > 0 && !first.StartsWith('-');
        if (Array.Find(s_all, x => x.Name == (isNamed ? first : ServeVerb.Word)) is not { } verb)
        {
            await terminal.Error.WriteLineAsync($"'{first}' is not a verb.\n\n{Overview()}");
            return Exit.NotUnderstood;
        }

        return await RunAsync(verb, [.. line.Skip(isNamed ? 1 : 0)], terminal, ct);
    }

    private static async Task<int> RunAsync(Verb verb, IReadOnlyList<string> rest, Terminal terminal, CancellationToken ct)
    {
        if (rest.Any(s_help[..2].Contains))
        {
            await terminal.Out.WriteLineAsync(Help(verb));
            return Exit.Done;
        }

        try
        {
            return await verb.RunAsync(new Arguments(rest), terminal, ct);
        }
        catch (UsageException wrong)
        {
            await terminal.Error.WriteLineAsync($"{wrong.Message}\n\n{Help(verb)}");
            return Exit.NotUnderstood;
        }
        catch (Exception trouble) when (IsOperatorsMatter(trouble))
        {
            await terminal.Error.WriteLineAsync($"{verb.Name}: {trouble.Message}");
            return Exit.Failed;
        }
    }

    /// <summary>Settings, files and the database are for the operator to put right; anything else is our bug and shows its stack.</summary>
    private static bool IsOperatorsMatter(Exception trouble) =>
        trouble is InvalidOperationException or IOException or FormatException or NotFoundException
            or System.Security.Cryptography.CryptographicException or System.Data.Common.DbException || trouble.IsStoreTrouble();

    private static string Overview() =>
        $"""
        Usage: VERB … [--Setting:Name=value …]

        {string.Join('\n', s_all.Select(x => $"  {x.Name,-8} {x.Summary}"))}

        VERB --help says more. Exit codes: 0 done, 1 could not, 2 not understood.
        State lies in PORTAL_STATE (default ./state); the address comes from ASPNETCORE_URLS (default http://localhost:5080).
        """;

    private static string Help(Verb verb) =>
        $"Usage: {verb.Usage.Replace("\n", "\n       ", StringComparison.Ordinal)}\n\n{verb.Summary}{(verb.Details.Length > 0 ? "\n" + verb.Details : "")}";
}
