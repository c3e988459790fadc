using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Connect.Controllers;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account;

internal static class LocalAddress
{
    /// <summary>The address if it lies in this site (S-29), else the home page.</summary>
    public static string LocalOrHome(this IUrlHelper url, string? address) =>
        url.IsLocalUrl(address) ? address! : PageLanguage.Local(url.ActionContext.HttpContext.Request, "");

    /// <summary>What waits until the person has set something up: a local address in this page's own query, which every form and link of the set-up carries on.</summary>
    public static string? ReturnUrl(this IUrlHelper url) =>
        url.ActionContext.HttpContext.Request.Query["returnUrl"].ToString() is { Length: > 0 } address && url.IsLocalUrl(address) ? address : null;

    /// <summary>Where a form leads on that proved who somebody is: to a connected system by a page in between (see <see cref="ContinueController"/>).</summary>
    public static IActionResult GoOn(this Controller controller, string? address) =>
        controller.Url.IsLocalUrl(address) && ProtocolPaths.Contain(address!.Split('?')[0])
            ? controller.RedirectToAction("Index", "Continue", new { area = "Connect", returnUrl = address })
            : controller.Redirect(controller.Url.LocalOrHome(address));

    public static async Task<IReadOnlyList<DemoPerson>> AllAsync(this IEnumerable<IDemoPeople> people, CancellationToken ct) =>
        people.FirstOrDefault() is { } demo ? await demo.ListAsync(ct) : [];
}
