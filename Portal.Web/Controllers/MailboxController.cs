using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Mail;

namespace Portal.Web.Controllers;

/// <summary>The mail that the portal sent, for whoever develops it: to follow the links that only a mail carries. Development only.</summary>
public sealed class MailboxController(IHostEnvironment environment, PickupFolder folder) : Controller
{
    private const int Newest = 100;

    [HttpGet("{culture:regex(^(ja|en)$)}/mailbox")]
    public IActionResult Index() => environment.IsDevelopment() ? View(folder.List(Newest)) : NotFound();

    [HttpGet("{culture:regex(^(ja|en)$)}/mailbox/{id}")]
    public IActionResult Message(string id) => environment.IsDevelopment() && folder.Find(id) is { } mail ? View(mail) : NotFound();
}
