using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Web.Infrastructure;

namespace Portal.Web.CommandLine;

internal sealed class RoutesVerb : Verb
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Name => "routes";

    public override string Usage => "routes [--json]";

    public override string Summary => "Lists every address with its methods, its door, its antiforgery check and its limit.";

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var asJson = arguments.Flag("--json");
        arguments.End();
        await using var app = Portal(arguments);
        var routes = RouteList.Of(app);
        await terminal.Out.WriteLineAsync(asJson
            ? JsonSerializer.Serialize(routes, s_json)
            : string.Join('\n', routes.Select(x => $"{string.Join(',', x.Methods),-10} {x.Template}  [{x.Door}]")));
        return Exit.Done;
    }
}
