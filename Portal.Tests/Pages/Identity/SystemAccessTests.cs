using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;
using Client = OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreApplication<System.Guid>;

namespace Portal.Tests.Pages.Identity;

/// <summary>Who may change connected systems, with which proof, and what stays of it.</summary>
public sealed class SystemAccessTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly string[] s_pages = ["Details", "Change", "Keys", "Secret", "Suspend", "Resume", "Remove"];

    [Theory]
    [InlineData("/en/Identity/Systems")]
    [InlineData("/en/Identity/Systems/Register")]
    public async Task Only_administrators_come_in(string path)
    {
        SignedIn[] others = [await host.People.CandidateAsync(), await host.People.OfficerAsync(Government.Japan), await host.People.OfficialAsync(Government.UnitedStates), await host.People.AuditorAsync(Government.Japan)];
        Assert.All(await Task.WhenAll(others.Select(p => p.GetAsync(path))), page => Assert.Equal(HttpStatusCode.Forbidden, page.Status));
        Assert.Equal("/en/Account/SignIn", (await host.Visitor().GetAsync(path)).Path);
    }

    [Fact]
    public async Task The_other_governments_systems_do_not_exist()
    {
        using var theirs = await host.People.AdministratorAsync(Government.UnitedStates);
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var system = await host.RegisterSystemAsync(theirs, SystemKind.Web, "Hidden register");
        Assert.DoesNotContain("Hidden register", (await admin.GetAsync("/en/Identity/Systems")).Text, StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(s_pages.Select(p => admin.GetAsync($"/en/Identity/Systems/{p}/{system.Id}"))), p => Assert.Equal(HttpStatusCode.NotFound, p.Status));

        var page = await admin.GetAsync("/en/Identity/Systems/Register");
        foreach (var step in s_pages[1..])
        {
            var forced = await page.PostAsync(admin.Client, $"/en/Identity/Systems/{step}/{system.Id}", ("Version", "1"), ("Reason", "x"), ("Keys", SystemsInHost.EllipticKey()),
                ("OrganisationId", $"{admin.Actor.OrganisationId}"), ("Kind", "Web"), ("Ja", "x"), ("En", "x"), ("RedirectAddresses", SystemsInHost.Callback), ("Scopes", "openid"));
            Assert.Equal(HttpStatusCode.NotFound, forced.Status);
        }

        var abroad = await page.Form().With("OrganisationId", $"{theirs.Actor.OrganisationId}").Fill("Ja", "x").Fill("En", "x").Fill("Kind", "Native")
            .Fill("RedirectAddresses", SystemsInHost.Callback).Fill("Scopes", "openid").Fill("Authentication", "None").SubmitAsync();
        Assert.Equal(HttpStatusCode.NotFound, abroad.Status);
        Assert.Equal(1, (await host.SystemAsync(system.Id)).Version);
    }

    [Fact]
    public async Task A_proof_that_ran_out_costs_nothing_that_was_typed()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var system = await host.RegisterSystemAsync(admin, SystemKind.Web);
        var form = (await admin.GetAsync($"/en/Identity/Systems/Change/{system.Id}")).Form().Fill("En", "Typed for six minutes");
        host.Clock.Advance(TimeSpan.FromMinutes(6));

        var answer = await form.SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Typed for six minutes"), (answer.Status, answer.Form().Value("En")));
        Assert.StartsWith("Your confirmation has run out.", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.NotNull(answer.Document.QuerySelector("form a[target=_blank][href*='/Account/Confirm']"));
        Assert.Equal(1, (await host.SystemAsync(system.Id)).Version);

        await host.People.AgainAsync(admin);
        Assert.Equal("Typed for six minutes", (await answer.Form().SubmitAsync()).Heading);
    }

    [Fact]
    public async Task Without_a_fresh_proof_there_is_no_form_and_no_effect()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var system = await host.RegisterSystemAsync(admin, SystemKind.Web);
        var fresh = new List<HtmlPage>();
        foreach (var step in s_pages[1..])
        {
            fresh.Add(await admin.GetAsync($"/en/Identity/Systems/{step}/{system.Id}"));
        }

        host.Clock.Advance(TimeSpan.FromMinutes(6));
        foreach (var page in fresh)
        {
            var opened = await admin.GetAsync(page.Path);
            Assert.Null(opened.Document.QuerySelector("main form button"));
            Assert.EndsWith("/Account/Confirm", (await opened.FollowAsync("Confirm that it is you")).Path, StringComparison.Ordinal);
            var sent = await page.Form().With("Reason", "x").With("Keys", SystemsInHost.EllipticKey()).SubmitAsync();
            Assert.True(sent.Status == HttpStatusCode.UnprocessableEntity || sent.Path == "/en/Account/Confirm", page.Path);
        }

        Assert.Equal(1, (await host.SystemAsync(system.Id)).Version);
    }

    [Theory]
    [InlineData("ja", "理由を書いてください")]
    [InlineData("en", "Write the reason")]
    public async Task Suspending_and_removing_need_a_reason(string language, string error)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var system = await host.RegisterSystemAsync(admin);
        async Task<HtmlPage> StepAsync(string step, string? reason) =>
            await (await admin.GetAsync($"/{language}/Identity/Systems/{step}/{system.Id}")).Form().With("Reason", reason ?? "").SubmitAsync();

        Assert.Equal(error, (await StepAsync("Suspend", null)).SentenceAt("Reason"));
        Assert.EndsWith($"/Details/{system.Id}", (await StepAsync("Suspend", "調査のため")).Path, StringComparison.Ordinal);
        Assert.Equal(ConnectedSystemStatus.Suspended, (await host.SystemAsync(system.Id)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync("Suspend", "調査のため")).Status);
        await StepAsync("Resume", null);
        Assert.Equal(ConnectedSystemStatus.InForce, (await host.SystemAsync(system.Id)).Status);
        Assert.Equal(error, (await StepAsync("Remove", null)).SentenceAt("Reason"));
        Assert.Equal($"/{language}/Identity/Systems", (await StepAsync("Remove", "廃止")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/{language}/Identity/Systems/Details/{system.Id}")).Status);
        Assert.DoesNotContain($"{system.Id}", (await admin.GetAsync($"/{language}/Identity/Systems")).Html, StringComparison.Ordinal);
        Assert.False(await host.InDatabaseAsync(db => db.Set<Client>().AnyAsync(c => c.ClientId == system.Id.ToString("N"))));
    }

    [Fact]
    public async Task No_secret_and_no_key_stays_in_the_history_or_in_the_answers()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var (system, secrets) = await LivedThroughAsync(admin);
        var stored = await host.InDatabaseAsync(StoredAsync);
        Assert.Equal(2, secrets.Count);
        Assert.All(secrets, s => Assert.DoesNotContain(s, stored, StringComparison.Ordinal));
        Assert.All(secrets, s => Assert.DoesNotContain(Sha256.Of(s), stored, StringComparison.Ordinal));
        Assert.DoesNotContain("\"x\"", stored, StringComparison.Ordinal);
        Assert.Contains($"{system}", stored, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("ja", "連携システムを登録した", "公開鍵を設定した", "新しいシークレットを作った", "連携システムを停止した", "「利用中」から「停止中」", "調査のため", "シークレット：変更あり", "種類：サービス", "連携システム 案件台帳の履歴")]
    [InlineData("en", "Registered the connected system", "Set a public key", "Made a new secret", "Suspended the connected system", "From “In use” to “Suspended”", "調査のため", "Public keys: changed", "Kind: Service", "History of Connected system Case register")]
    public async Task The_history_says_what_was_done_in_words(string language, params string[] words)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var (system, _) = await LivedThroughAsync(admin);
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var page = await auditor.GetAsync($"/{language}/Reporting/History/Item/{system}?type={nameof(ConnectedSystem)}");
        Assert.All(words, w => Assert.Contains(w, $"{page.Heading} {page.Text}", StringComparison.Ordinal));
        Assert.Contains($"{admin.Name}", page.Text, StringComparison.Ordinal);
        Assert.Contains(system.ToString(), (await auditor.GetAsync($"/{language}/Reporting/History?q={system:N}")).Html, StringComparison.Ordinal);
        using var theirs = await host.People.AuditorAsync(Government.UnitedStates);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync(page.Address.PathAndQuery)).Status);
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        using var admin = await host.People.AdministratorAsync(Government.UnitedStates);
        for (var i = 0; i < 51; i++)
        {
            await host.RegisterSystemAsync(admin, SystemKind.Service, $"System {i:00}");
        }

        Assert.Equal(50, (await admin.GetAsync("/en/Identity/Systems")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.NotEmpty((await admin.GetAsync("/en/Identity/Systems?page=2")).Document.QuerySelectorAll("tbody tr"));
    }

    /// <summary>Registered, given a key, a new secret by the page, and suspended.</summary>
    private async Task<(Guid Id, IReadOnlyList<string> Secrets)> LivedThroughAsync(SignedIn admin)
    {
        var system = await host.RegisterSystemAsync(admin);
        Assert.Empty((await host.SendAsync(admin.Actor, new ReplaceSystemKeys(system.Id, 1, SystemsInHost.EllipticKey()))).Errors);
        var shown = await (await admin.GetAsync($"/en/Identity/Systems/Secret/{system.Id}")).Form().SubmitAsync();
        Assert.Empty((await host.SendAsync(admin.Actor, new SuspendSystem(system.Id, 3, "調査のため"))).Errors);
        return (system.Id, [system.Secret!, shown.TextOf("#secret")]);
    }

    private static async Task<string> StoredAsync(PortalDbContext db)
    {
        var entries = await db.AuditEntries.Where(e => e.CaseType == nameof(ConnectedSystem)).Select(e => e.CaseId + e.Changes + e.Reason).ToListAsync();
        var answers = await db.Operations.Select(o => o.Answer).ToListAsync();
        return string.Join('\n', entries.Concat(answers).Concat(await db.Outbox.Select(o => o.Payload).ToListAsync()));
    }
}
