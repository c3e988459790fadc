using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Identity;

namespace Portal.Web.Areas.Account;

internal static class PasskeyJson
{
    /// <summary><c>{ "offer": id, "options": … }</c> for the page's script; the options are the framework's own JSON.</summary>
    public static ContentResult Json(this PasskeyOffer offer) => new() { Content = $$"""{"offer":"{{offer.Id}}","options":{{offer.Json}}}""", ContentType = "application/json" };
}
