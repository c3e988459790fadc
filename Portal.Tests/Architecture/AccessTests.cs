using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Support;
using Portal.Web.Infrastructure;

namespace Portal.Tests.Architecture;

/// <summary>
/// Every address with who may enter, tried by every kind of person in both languages. The reviewed answers stand in
/// <c>Access.expected.json</c>; a new or changed address fails until somebody has looked at it. PORTAL_ACCEPT_ACCESS=1 writes the file anew.
/// </summary>
public sealed class AccessTests(PortalTemplate template) : IAsyncLifetime
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string s_file = Path.Combine(Repository.Root, "Portal.Tests", "Architecture", "Access.expected.json");

    private readonly PortalHost _host = new(template);
    private AccessCast _cast = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _cast = await AccessCast.OnStageAsync(_host);
    }

    public async ValueTask DisposeAsync()
    {
        _cast.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_enters_where_the_reviewed_list_says_and_nowhere_else()
    {
        var actual = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var action in Actions())
        {
            actual[action.Name] = await TryAsync(action, "en");
            if (action.Method == "GET")
            {
                Assert.True(actual[action.Name].SequenceEqual(await TryAsync(action, "ja")), $"{action.Name} differs by language");
            }
        }

        Assert.True(actual.Count > 60);
        if (Environment.GetEnvironmentVariable("PORTAL_ACCEPT_ACCESS") == "1")
        {
            await File.WriteAllTextAsync(s_file, JsonSerializer.Serialize(actual, s_json) + "\n", TestContext.Current.CancellationToken);
        }

        var expected = JsonSerializer.Deserialize<SortedDictionary<string, SortedDictionary<string, string>>>(
            await File.ReadAllTextAsync(s_file, TestContext.Current.CancellationToken))!;
        var differences = actual.Keys.Union(expected.Keys)
            .Where(k => Line(actual, k) != Line(expected, k))
            .Select(k => $"{k}\n  expected {Line(expected, k)}\n  actual   {Line(actual, k)}");
        Assert.True(!differences.Any(), string.Join('\n', differences));
    }

    [Fact]
    public void Every_unsafe_address_checks_the_antiforgery_token()
    {
        var posts = Actions().Where(a => a.Method == "POST").ToList();
        Assert.True(posts.Count > 30);
        Assert.Empty(posts.Where(a => a.Action.EndpointMetadata.OfType<IgnoreAntiforgeryTokenAttribute>().Any()).Select(a => a.Name));
    }

    private async Task<SortedDictionary<string, string>> TryAsync(Address address, string language)
    {
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, person) in _cast.Everybody)
        {
            answers[name] = await person.TryAsync(address.Method, _cast.PathOf(address.Action, name, language));
        }

        return answers;
    }

    private static string Line(SortedDictionary<string, SortedDictionary<string, string>> list, string key) =>
        list.TryGetValue(key, out var answers) ? string.Join(", ", answers.Select(a => $"{a.Key} {a.Value}")) : "(not on the list)";

    private List<Address> Actions() =>
    [
        .. _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(Doors.IsReachable).OfType<RouteEndpoint>()
            .Select(e => (Action: e.Metadata.GetMetadata<ControllerActionDescriptor>(), Methods: e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]))
            .Where(e => e.Action is not null)
            .SelectMany(e => e.Methods.Select(m => new Address(m, e.Action!)))
            .Where(a => a.Method is "GET" or "POST")
            .DistinctBy(a => a.Name)
            // Signing out comes last: nobody is anybody after it.
            .OrderBy(a => a.Name.StartsWith("Account/SignOut", StringComparison.Ordinal)).ThenBy(a => a.Name, StringComparer.Ordinal),
    ];

    private sealed record Address(string Method, ControllerActionDescriptor Action)
    {
        public string Name { get; } =
            $"{(Action.RouteValues.TryGetValue("area", out var area) && area is not null ? area + "/" : "")}{Action.ControllerName}/{Action.ActionName} {Method}";
    }
}
