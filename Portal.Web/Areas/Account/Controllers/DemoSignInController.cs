using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>Signs in as a person of the demonstration world with one click. Outside Development it does not exist.</summary>
[Area("Account"), AllowAnonymous, DevelopmentOnly]
public sealed class DemoSignInController(IHostEnvironment environment, IEnumerable<IDemoPeople> people, PortalSession session) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Index(Guid person, string? returnUrl, CancellationToken ct)
    {
        if (!environment.IsDevelopment() || !(await people.AllAsync(ct)).Any(p => p.PersonId == person))
        {
            return NotFound();
        }

        await session.StartAsync(person, SignInMethod.Demonstration, ct);
        return this.GoOn(returnUrl);
    }
}
