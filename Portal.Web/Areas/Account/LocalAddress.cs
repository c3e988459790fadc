using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Identity;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account;

internal static class LocalAddress
{
    /// <summary>The address if it lies in this site (S-29), else the home page.</summary>
    public static string LocalOrHome(this IUrlHelper url, string? address) =>
        url.IsLocalUrl(address) ? address! : PageLanguage.Local(url.ActionContext.HttpContext.Request, "");

    public static async Task<IReadOnlyList<DemoPerson>> AllAsync(this IEnumerable<IDemoPeople> people, CancellationToken ct) =>
        people.FirstOrDefault() is { } demo ? await demo.ListAsync(ct) : [];
}
