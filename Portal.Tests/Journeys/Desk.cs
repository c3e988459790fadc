using System.Net;
using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>One person's browser in one language. Fields go by their name and buttons by what they post, so that a story reads the same in both languages.</summary>
internal sealed class Desk
{
    private readonly string _language;
    private readonly Inspection? _inspection;

    /// <param name="inspection">Looks at every page; null for a story about something else.</param>
    public Desk(IPage page, Uri address, string language, Inspection? inspection = null)
    {
        (Page, _language, _inspection) = (page, language, inspection);
        inspection?.Watch(page, address);
    }

    /// <summary>On pages that offer a passkey first.</summary>
    public const string PasswordButton = "form:not([data-passkey]) button";

    public IPage Page { get; }

    public string Path => new Uri(Page.Url).AbsolutePath;

    public ILocator Main => Page.Locator("main");

    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync($"/{_language}{path}");
        await LookAsync();
    }

    /// <summary>Goes where the portal answers with an error page.</summary>
    public async Task OpenInVainAsync(string path, HttpStatusCode status)
    {
        _inspection?.ExpectError($"/{_language}{path}");
        var answer = await Page.GotoAsync($"/{_language}{path}");
        Assert.Equal((int)status, answer!.Status);
        await LookAsync();
    }

    /// <summary>Presses a button or follows a link inside main, and looks at the page that comes.</summary>
    public async Task PressAsync(string selector)
    {
        await LeaveAsync(() => Main.Locator(selector).Filter(new() { Visible = true }).First.ClickAsync());
        await LookAsync();
    }

    /// <summary>The same for an attempt that the portal refuses: the summary of errors takes the focus.</summary>
    public async Task PressInVainAsync(string selector)
    {
        await PressAsync(selector);
        Assert.True(await Page.EvaluateAsync<bool>("() => document.activeElement?.matches('[data-error-summary]')"), $"No error summary has the focus on {Page.Url}");
    }

    public Task TypeAsync(string name, string text) => Field(name).FillAsync(text);

    public async Task TypeDateAsync(string name, DateOnly date)
    {
        await TypeAsync($"{name}.Year", $"{date.Year}");
        await TypeAsync($"{name}.Month", $"{date.Month}");
        if (await Field($"{name}.Day").CountAsync() > 0)
        {
            await TypeAsync($"{name}.Day", $"{date.Day}");
        }
    }

    /// <summary>Chooses a radio button.</summary>
    public Task ChooseAsync(string name, string value) => Main.Locator($"input[type=radio][name='{name}'][value='{value}']").CheckAsync();

    public Task SelectAsync(string name, string value) => Main.Locator($"select[name='{name}']").SelectOptionAsync(value);

    /// <summary>The first real option of a list whose values come from the reference data.</summary>
    public Task SelectFirstAsync(string name) => Main.Locator($"select[name='{name}']").SelectOptionAsync(new SelectOptionValue { Index = 1 });

    public Task TickAsync(string name) => Field(name).First.CheckAsync();

    public ILocator Field(string name) => Main.Locator($"[name='{name}']");

    /// <summary>Waits until the document that an act leads to has loaded.</summary>
    public async Task LeaveAsync(Func<Task> act)
    {
        // The event itself: asking for the state afterwards can miss it on a busy machine and wait for ever.
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.Load += Arrive;
        await act();
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Page.Load -= Arrive;
    }

    private Task LookAsync() => _inspection?.LookAsync(Page, _language) ?? Task.CompletedTask;
}
