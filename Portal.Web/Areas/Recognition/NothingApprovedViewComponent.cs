using Mediator;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Queries;

namespace Portal.Web.Areas.Recognition;

/// <summary>Says that no government has approved anything, for as long as that is true.</summary>
[ViewComponent(Name = "NothingApproved")]
public sealed class NothingApprovedViewComponent(ISender sender) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        await sender.Send(new AnyEquivalenceBinds(), HttpContext.RequestAborted) ? Content("") : View();
}
