using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

/// <summary>What the tests of accounts do again and again.</summary>
internal static class AccountPages
{
    public const string Password = "my dog eats blue cheese";

    public static async Task<HtmlPage> RegisterAsync(this PortalClient client, string language, string address, string name = "佐藤 花子", string password = Password) =>
        await (await client.GetAsync($"/{language}/Account/Register")).Form().Fill("Name", name).Fill("Address", address).Fill("Password", password).SubmitAsync();

    public static async Task<HtmlPage> SignInAsync(this PortalClient client, string language, string address, string password = Password, string? returnUrl = null)
    {
        var query = returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}";
        return await (await client.GetAsync($"/{language}/Account/SignIn{query}")).Form().Fill("Address", address).Fill("Password", password).SubmitAsync();
    }

    /// <summary>The path of the link to a page in the newest mail to an address that has one.</summary>
    public static async Task<string> LinkAsync(this PortalHost host, string address, string page) =>
        (await host.MailAsync()).Where(m => m.To.Contains(address, StringComparison.Ordinal))
            .SelectMany(m => Regex.Matches(m.Text, $@"https?://\S+?(?<path>/{m.Language}/Account/{page}\S*)"))
            .First().Groups["path"].Value;

    /// <summary>An account with a confirmed address.</summary>
    public static async Task<PortalClient> MemberAsync(this PortalHost host, string language, string address)
    {
        var client = host.Visitor();
        await client.RegisterAsync(language, address);
        await (await client.GetAsync(await host.LinkAsync(address, "ConfirmMail"))).Form().Fill("Password", Password).SubmitAsync();
        return client;
    }

    /// <summary>An account that asks for a code after the password. The code that set it up is a minute old.</summary>
    public static async Task<(string Secret, IReadOnlyList<string> Codes)> WithAppAsync(this PortalHost host, string language, string address)
    {
        using var client = await host.MemberAsync(language, address);
        var page = await (await client.GetAsync($"/{language}/Account/Factors")).Form("form[action$='/BeginApp']").SubmitAsync();
        var secret = page.TextOf("main code");
        var codes = await page.Form().Fill("Code", Totp.Code(secret, host.Clock.GetUtcNow())).SubmitAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return (secret, codes.TextsOf("main li code"));
    }

    /// <summary>The sentence at a field, without the word "Error" that a screen reader hears first.</summary>
    public static string SentenceAt(this HtmlPage page, string field)
    {
        var said = page.ErrorOf(field) ?? throw new InvalidOperationException($"No error at {field}:\n{page.Text}");
        return said[(said.IndexOfAny([':', '：']) + 1)..].Trim();
    }

    /// <summary>Posts what no form of the page offers, with the page's own antiforgery token.</summary>
    public static Task<HtmlPage> PostAsync(this HtmlPage page, PortalClient client, string path, params (string Name, string Value)[] fields)
    {
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return client.PostAsync(path, [KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }
}
