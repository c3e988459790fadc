using Portal.Infrastructure.Connect;

namespace Portal.Web.CommandLine;

internal sealed class KeysVerb : Verb
{
    public override string Name => "keys";

    public override string Usage => "keys list\nkeys rotate [--now]";

    public override string Summary => "Lists or changes the keys that sign for connected systems. Serving, the portal changes them by itself.";

    public override string Details =>
        $"""
        rotate: announces new keys now. They are published at once and sign after {KeyLife.Announced.TotalHours:0} hours; nothing fails.
        rotate --now: for keys that somebody else may have, or that cannot be opened any more. New keys sign at once and all others are deleted.
        Every code and token made before fails at the portal within a minute; people sign in again from their systems. A system that
        checks tokens by itself trusts the old key until it reads the published keys again.
        """;

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var what = arguments.Word("list or rotate");
        if (what is not ("list" or "rotate"))
        {
            throw new UsageException($"'{what}' is not understood.");
        }

        var isAtOnce = what == "rotate" && arguments.Flag("--now");
        arguments.End();
        await using var app = Portal(arguments);
        await using var scope = await OpenAsync(app, ct);
        var keys = scope.ServiceProvider.GetRequiredService<ConnectKeys>();
        if (what == "rotate")
        {
            await (isAtOnce ? keys.ReplaceAsync(ct) : keys.AnnounceAsync(ct));
        }

        await terminal.Out.WriteLineAsync(Table(await keys.ListAsync(ct), app.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
        return Exit.Done;
    }

    private static string Table(IReadOnlyList<ConnectKey> keys, DateTimeOffset now) => keys.Count == 0
        ? "There are no keys yet: the first request of a connected system makes them."
        : string.Join('\n', keys.GroupBy(k => k.Purpose).SelectMany(g => KeyLife.StatesOf([.. g], now)).Select(x =>
            $"{x.Key.Purpose,-10}  {x.State,-9}  made {x.Key.CreatedAt:u}  from {x.Key.SignsFrom:u}  {x.Key.Algorithm,-6}  {x.Key.KeyId}"));
}
