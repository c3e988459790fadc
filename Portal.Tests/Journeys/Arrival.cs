using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

internal static class Arrival
{
    /// <summary>
    /// Waits until the page at an address has loaded. It asks again and again: on a busy machine the event of a page that has loaded already
    /// can be missed, and is then waited for in vain. Only the path counts: a return address in a query would match too early.
    /// </summary>
    /// <param name="path">End of the path; a query is passed over.</param>
    public static async Task ArriveAsync(this IPage page, string path) => await page.WaitForFunctionAsync(
        "path => document.readyState === 'complete' && location.pathname.endsWith(path)", path.Split('?')[0]);
}
