using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Seeding;

namespace Portal.Tests.Support;

/// <summary>One of each kind of person at the doors of the demonstration world, and the things that addresses speak of.</summary>
internal sealed class AccessCast : IDisposable
{
    private readonly Dictionary<string, Guid> _things;

    private AccessCast(IReadOnlyDictionary<string, Caller> everybody, Dictionary<string, Guid> things) => (Everybody, _things) = (everybody, things);

    public IReadOnlyDictionary<string, Caller> Everybody { get; }

    public static async Task<AccessCast> OnStageAsync(PortalHost host)
    {
        await using (var scope = host.Services.CreateSystemScope())
        {
            await scope.ServiceProvider.GetRequiredService<IDemonstrationWorld>().SeedAsync(TestContext.Current.CancellationToken);
        }

        var owner = await host.People.CandidateAsync("Owner");
        var everybody = new Dictionary<string, Caller>
        {
            ["visitor"] = await Caller.OfAsync(host.Visitor()),
            ["owner"] = await Caller.OfAsync(owner.Client),
            ["other candidate"] = await Caller.OfAsync((await host.People.CandidateAsync("Other")).Client),
        };
        foreach (var government in Governments.Both)
        {
            everybody[$"officer {government}"] = await Caller.OfAsync((await host.People.OfficerAsync(government)).Client);
            everybody[$"official {government}"] = await Caller.OfAsync((await host.People.OfficialAsync(government)).Client);
            everybody[$"auditor {government}"] = await Caller.OfAsync((await host.People.AuditorAsync(government)).Client);
            everybody[$"administrator {government}"] = await Caller.OfAsync((await host.People.AdministratorAsync(government)).Client);
        }

        return new AccessCast(everybody, await ThingsAsync(host, owner.Actor));
    }

    /// <summary>The address of an action, filled with a thing that exists and belongs to Japan's side where it belongs to one.</summary>
    public string PathOf(ControllerActionDescriptor action, string person, string language)
    {
        _ = person;
        var area = action.RouteValues.TryGetValue("area", out var a) && a is not null ? $"/{a}" : "";
        var id = Thing(action) is { } thing ? $"/{thing}" : Code(action) is { } code ? $"/{code}" : "";
        var query = action switch
        {
            { ControllerName: "Applications", ActionName: "Section" or "Autosave" or "Upload" } => "?section=AboutYou",
            { ControllerName: "Frameworks", ActionName: "Compare" } => "?from=SP_800_181_2_1_0&to=SP_800_181_2_1_0",
            { ControllerName: "History", ActionName: "Item" } => $"?type={nameof(FellowshipApplication)}&id={_things["case"]}",
            _ => "",
        };
        var name = action.ControllerName == "Home" ? $"/{language}" : $"/{language}{area}/{action.ControllerName}/{action.ActionName}{id}";
        return action.AttributeRouteInfo is { Template: { } template } ? Filled(template, language) : name + query;
    }

    public void Dispose()
    {
        foreach (var caller in Everybody.Values)
        {
            caller.Dispose();
        }
    }

    private Guid? Thing(ControllerActionDescriptor action) => action.ControllerName switch
    {
        "Applications" when action.ActionName == "Start" => _things["call"],
        "Applications" when action.ActionName == "Index" => null,
        "Applications" => _things["application"],
        "Calls" when action.ActionName != "Index" => _things["call"],
        "CallDesk" when action.ActionName is not ("Index" or "Write") => _things["draft call"],
        "Cases" when action.ActionName != "Index" => _things["case"],
        "AwardLists" when action.ActionName == "Draft" => _things["closed call"],
        "AwardLists" when action.ActionName != "Index" => _things["list"],
        "Organisations" when action.ActionName is not ("Index" or "Register") => _things["organisation"],
        "Members" when action.ActionName is not ("Index" or "Invite") => _things["membership"],
        "Systems" when action.RouteValues["area"] == "Identity" && action.ActionName is not ("Index" or "Register") => _things["system"],
        _ => null,
    };

    /// <summary>What is public goes by its published code.</summary>
    private static string? Code(ControllerActionDescriptor action) => (action.ControllerName, action.ActionName) switch
    {
        ("Certifications", "Details") => "CISSP",
        ("WorkRoles", "Details") => "OG-WRL-014",
        ("Placements", "Download") => "json",
        _ => null,
    };

    private static string Filled(string template, string language) =>
        "/" + System.Text.RegularExpressions.Regex.Replace(template, @"\{culture[^/]*?\}", language).Replace("{number}", "RS-2026-00000-000000", StringComparison.Ordinal).TrimStart('/');

    private static async Task<Dictionary<string, Guid>> ThingsAsync(PortalHost host, Actor owner)
    {
        var now = host.Clock.GetUtcNow();
        var things = await host.InDatabaseAsync(async db => new Dictionary<string, Guid>
        {
            ["call"] = (await db.FellowshipCalls.ToListAsync()).First(c => c.PhaseAt(now) == CallPhase.Open && c.Content.Sides.Contains(Government.Japan)).Id,
            ["closed call"] = (await db.FellowshipCalls.ToListAsync()).First(c => c.PhaseAt(now) == CallPhase.Closed).Id,
            ["draft call"] = (await db.FellowshipCalls.FirstAsync(c => c.Status == FellowshipCallStatus.Draft)).Id,
            ["case"] = (await db.FellowshipApplications.FirstAsync(x => x.Status == FellowshipApplicationStatus.Submitted && x.SendingGovernment == Government.Japan)).Id,
            ["list"] = (await db.AwardLists.FirstAsync(l => l.Status == AwardListStatus.Proposed)).Id,
            ["organisation"] = (await db.Organisations.FirstAsync(o => o.Government == Government.Japan)).Id,
            ["membership"] = (await db.Memberships.FirstAsync(m => m.Government == Government.Japan)).Id,
        });
        things["system"] = (await host.RegisterSystemAsync(await host.People.AdministratorAsync(Government.Japan))).Id;
        things["application"] = (await host.SendAsync(owner, new StartApplication(things["call"], Government.Japan))).Value;
        return things;
    }
}

/// <summary>A person who tries doors. Posts carry a valid token and a new operation id, but nothing typed: whoever is let in gets errors, not effects.</summary>
internal sealed class Caller : IDisposable
{
    private readonly PortalClient _client;
    private readonly string _token;

    private Caller(PortalClient client, string token) => (_client, _token) = (client, token);

    public static async Task<Caller> OfAsync(PortalClient client)
    {
        var page = await client.GetAsync("/en/Account/SignIn");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? (await client.GetAsync("/en")).Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        return new Caller(client, token ?? throw new InvalidOperationException("No form to take a token from."));
    }

    /// <returns>"in", "sign in", "400" (the form cannot be read), "401" (no bearer token), "403" or "404".</returns>
    public async Task<string> TryAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", _token), new("operation", Guid.CreateVersion7().ToString())]);
        }

        using var response = await _client.SendAsync(request);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => "404",
            HttpStatusCode.Forbidden => "403",
            HttpStatusCode.BadRequest => "400",
            HttpStatusCode.Unauthorized when path.StartsWith("/api/", StringComparison.Ordinal) => "401",
            >= HttpStatusCode.InternalServerError => throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode}"),
            HttpStatusCode.Found when response.Headers.Location!.OriginalString.Contains(
                path.Contains("/Account/SignIn", StringComparison.Ordinal) ? "/Account/SignIn?returnUrl" : "/Account/SignIn", StringComparison.Ordinal) => "sign in",
            _ => "in",
        };
    }

    public void Dispose() => _client.Dispose();
}
