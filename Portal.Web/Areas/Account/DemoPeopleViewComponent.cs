using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Identity;

namespace Portal.Web.Areas.Account;

/// <summary>The demonstration people on the sign-in page of Development.</summary>
[ViewComponent(Name = "DemoPeople")]
public sealed class DemoPeopleViewComponent(IHostEnvironment environment, IEnumerable<IDemoPeople> people) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string? returnUrl)
    {
        var all = environment.IsDevelopment() ? await people.AllAsync(HttpContext.RequestAborted) : [];
        return View(new DemoPeople(all, returnUrl));
    }
}

public sealed record DemoPeople(IReadOnlyList<DemoPerson> People, string? ReturnUrl);
