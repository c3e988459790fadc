using System.Net;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

/// <summary>Every refusal has a page: what happened, what to do, and a number to tell us.</summary>
public sealed class ErrorPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "ページが見つかりません", "参照番号")]
    [InlineData("en", "We cannot find this page", "Reference")]
    public async Task An_unknown_address_says_so_in_its_language(string language, string heading, string reference)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Nowhere/At/All");
        Assert.Equal((HttpStatusCode.NotFound, language, heading), (page.Status, page.Lang, page.Heading));
        Assert.Contains(reference, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("main [lang]"), x => x.GetAttribute("lang") != language);
    }

    [Theory]
    [InlineData("/fr/Fellowships/Calls")]
    [InlineData("/nowhere")]
    public async Task An_unknown_language_is_answered_in_both(string path)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("We cannot find this page", page.Text, StringComparison.Ordinal);
        Assert.Equal("ページが見つかりません", page.TextOf("[lang=ja] h2"));
    }

    [Theory]
    [InlineData("ja", "この操作はできません")]
    [InlineData("en", "You cannot do this")]
    public async Task Another_site_cannot_send_a_form(string language, string heading)
    {
        using var visitor = host.Visitor();
        var request = (await visitor.GetAsync($"/{language}/gallery")).Form().Request();
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        var page = await visitor.OpenAsync(request);
        Assert.Equal((HttpStatusCode.Forbidden, heading), (page.Status, page.Heading));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    public async Task Where_a_form_comes_from_decides(string header, string value, HttpStatusCode expected)
    {
        using var visitor = host.Visitor();
        var request = (await visitor.GetAsync("/en/gallery")).Form().Request();
        request.Headers.Add(header, value);
        Assert.Equal(expected, (await visitor.OpenAsync(request)).Status);
    }

    [Theory]
    [InlineData("ja", "フォームを開いたまま時間がたちすぎました")]
    [InlineData("en", "The form was open for too long")]
    public async Task A_form_without_its_token_is_refused_and_gives_back_what_was_typed(string language, string heading)
    {
        using var visitor = host.Visitor();
        var page = await visitor.PostAsync($"/{language}/gallery", [new("Plan", "長い計画 <b>"), new("Password", "secret"), new("operation", Guid.NewGuid().ToString())]);
        Assert.Equal((HttpStatusCode.BadRequest, heading), (page.Status, page.Heading));
        Assert.Equal("長い計画 <b>", page.TextOf("#typed"));
    }

    [Theory]
    [InlineData("ja", "送られた内容が大きすぎます")]
    [InlineData("en", "What you sent is too large")]
    public async Task A_body_over_the_limit_is_refused(string language, string heading)
    {
        using var visitor = host.Visitor();
        var form = (await visitor.GetAsync($"/{language}/gallery")).Form().With("Plan", new string('x', 70_000));
        var page = await visitor.OpenAsync(form.Request());
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, heading), (page.Status, page.Heading));
    }

    [Theory]
    [InlineData("TRACE", "/ja/gallery", "このアドレスはその方法では使えません")]
    [InlineData("DELETE", "/en/gallery", "This address cannot be used that way")]
    public async Task Other_methods_are_refused(string method, string path, string heading)
    {
        using var visitor = host.Visitor();
        var page = await visitor.OpenAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, heading), (page.Status, page.Heading));
    }

    [Fact]
    public async Task A_page_that_takes_no_form_says_so()
    {
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await visitor.PostAsync("/en/mailbox", [])).Status);
    }

    [Fact]
    public async Task A_script_gets_the_status_alone()
    {
        using var visitor = host.Visitor();
        var request = new HttpRequestMessage(HttpMethod.Get, "/ja/nowhere");
        request.Headers.Accept.ParseAdd("application/json");
        using var http = new HttpClient { BaseAddress = host.Address };
        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Somebody_without_a_session_is_led_to_sign_in_and_back()
    {
        using var visitor = host.Visitor();
        var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/ja/Account/Settings?x=1"));
        Assert.Equal("/ja/Account/SignIn?returnUrl=%2Fja%2FAccount%2FSettings%3Fx%3D1", answer.Headers.Location is { } to ? new Uri(host.Address, to).PathAndQuery : null);
    }

    [Fact]
    public async Task A_role_that_lacks_the_right_is_refused()
    {
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var page = await auditor.GetAsync("/en/Identity/Organisations");
        Assert.Equal((HttpStatusCode.Forbidden, "You cannot do this"), (page.Status, page.Heading));
    }
}
