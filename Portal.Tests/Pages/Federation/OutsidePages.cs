using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Federation;

/// <summary>What the tests of outside sign-in do again and again.</summary>
internal static class OutsidePages
{
    /// <summary>Presses the provider's button on a page of the portal, and signs in over there unless the provider knows the browser already.</summary>
    public static async Task<HtmlPage> ThroughAsync(this HtmlPage page, string button, string login, string? name = "Hanako Sato", string? mail = null)
    {
        var there = await page.FollowAsync(button);
        return there.Heading == "Test provider" ? await there.Form().Fill("login", login).Fill("name", name ?? "").Fill("mail", mail ?? "").SubmitAsync() : there;
    }

    public static async Task<HtmlPage> OutsideAsync(this PortalClient client, string language, string login, string? name = "Hanako Sato", string? mail = null, string? returnUrl = null) =>
        await (await client.GetAsync($"/{language}/Account/SignIn?returnUrl={Uri.EscapeDataString(returnUrl ?? "")}"))
            .ThroughAsync(language == "ja" ? "試験サービスでログイン" : "Sign in with Test service", login, name, mail);

    /// <summary>An account that was made through the provider, its address confirmed.</summary>
    public static async Task<PortalClient> OutsiderAsync(this FederationHost host, string language, string login, string address)
    {
        var client = host.Visitor();
        await (await client.OutsideAsync(language, login, mail: address)).Form().SubmitAsync();
        await (await client.GetAsync(await host.LinkAsync(address, "ConfirmMail"))).ThroughAsync(language == "ja" ? "試験サービスで続ける" : "Continue with Test service", login);
        return client;
    }
}
