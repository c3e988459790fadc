using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Reporting.Queries;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Reporting.Controllers;

/// <summary>What auditors read: the history of any item of their side.</summary>
[Area("Reporting"), Authorize]
public sealed class HistoryController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(string? q, CancellationToken ct) => View(new FoundHistory(q, await Sender.Send(new FindHistory(q), ct)));

    [HttpGet]
    public async Task<IActionResult> Item(Guid id, string? type, int page = 1, CancellationToken ct = default) =>
        View(await Sender.Send(new AuditTrail(type ?? "", id, page), ct));
}

public sealed record FoundHistory(string? Q, IReadOnlyList<FindHistory.Item> Items);
