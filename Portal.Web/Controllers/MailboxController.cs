using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Mail;
using Portal.Web.Infrastructure;

namespace Portal.Web.Controllers;

/// <summary>The mail that the portal sent, for whoever develops it: to follow the links that only a mail carries. Development only.</summary>
[DevelopmentOnly]
[AllowAnonymous]
public sealed class MailboxController(PickupFolder folder) : Controller
{
    private const int Newest = 100;

    [HttpGet]
    public IActionResult Index() => View(folder.List(Newest));

    [HttpGet]
    public IActionResult Message(string? id) => id is not null && folder.Find(id) is { } mail ? View(mail) : NotFound();
}
