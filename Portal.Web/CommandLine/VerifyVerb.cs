using Portal.Application.Shared;
using Portal.Infrastructure.Audit;

namespace Portal.Web.CommandLine;

internal sealed class VerifyVerb : Verb
{
    public override string Name => "verify";

    public override string Usage => "verify";

    public override string Summary => "Recomputes every chain of the history and names the first bad entry.";

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        arguments.End();
        await using var app = Portal(arguments);
        await using var scope = await OpenAsync(app, ct);
        var report = await scope.ServiceProvider.GetRequiredService<IChainVerifier>().VerifyAsync(ct);
        if (report.First is not { } fault)
        {
            await terminal.Out.WriteLineAsync($"Every chain holds: {report.Entries} entries in {report.Chains} chains.");
            return Exit.Done;
        }

        await terminal.Error.WriteLineAsync(
            $"{Reason(fault.Kind)}: {fault.CaseType} {fault.CaseId}, entry {fault.Sequence} ({fault.EntryId}), after {report.Entries} entries.");
        return Exit.Failed;
    }

    private static string Reason(ChainFaultKind kind) => kind switch
    {
        ChainFaultKind.Gap => "An entry is missing before this one",
        ChainFaultKind.BrokenLink => "This entry does not follow the one before",
        _ => "This entry was changed after it was written",
    };
}
