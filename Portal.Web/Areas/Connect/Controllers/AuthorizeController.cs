using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Identity;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Connect.Controllers;

/// <summary>A connected system asks for a sign-in. The server has checked the request before; here the person signs in, proves anew, allows or denies.</summary>
[Area("Connect"), AllowAnonymous]
public sealed class AuthorizeController(
    IConnectServer server, IAllowedSystems allowed, ICurrentActor current, PortalSession session, ProofDemands demands, TimeProvider clock) : Controller
{
    private const string Demand = "proof";

    /// <summary>The address that systems know; the page itself has one in each language.</summary>
    [HttpGet("/connect/authorize")]
    public async Task<IActionResult> Enter(CancellationToken ct) =>
        Redirect(ProtocolForm.PathIn((await server.AuthorizationAsync(ct)).Languages, Request, "Authorize"));

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var request = await server.AuthorizationAsync(ct);
        var isAllowed = !request.Prompts.Contains(AuthorizationRules.Consent)
            && await allowed.HasAllowedAsync(current.Actor.UserId, request.SystemId, request.Scopes, ct);
        var step = NextStep(request, isAllowed);
        if (step == AuthorizationStep.Issue)
        {
            return await IssueAsync(request, ct);
        }

        if (request.Prompts.Contains(AuthorizationRules.NoPrompt))
        {
            await server.RefuseAsync(AuthorizationRules.ErrorOf(step));
            return new EmptyResult();
        }

        return step == AuthorizationStep.Consent ? await AskAsync(request, ct) : Lead(request, step);
    }

    /// <summary>The answer of the person. A sign-in that has ended meanwhile is asked for first.</summary>
    [HttpPost]
    public async Task<IActionResult> Index(bool allow, CancellationToken ct)
    {
        var request = await server.AuthorizationAsync(ct);
        var step = NextStep(request, hasAllowed: true);
        if (step != AuthorizationStep.Issue)
        {
            return Lead(request, step);
        }

        if (!allow)
        {
            await server.RefuseAsync("access_denied");
            return new EmptyResult();
        }

        await allowed.AllowAsync(current.Actor.UserId, request.SystemId, request.Scopes, ct);
        return await IssueAsync(request, ct);
    }

    private AuthorizationStep NextStep(AuthorizationRequest request, bool hasAllowed)
    {
        var demanded = demands.Read(request, Request.HasFormContentType ? Request.Form[Demand] : Request.Query[Demand]);
        return AuthorizationRules.Next(
            request, new(current.Actor, HttpContext.Items.ContainsKey(StaffFactors.Missing), hasAllowed, demanded), clock.GetUtcNow());
    }

    private async Task<IActionResult> IssueAsync(AuthorizationRequest request, CancellationToken ct)
    {
        await server.IssueAsync(request, (await session.CurrentAsync(ct))!, ct);
        return new EmptyResult();
    }

    private async Task<IActionResult> AskAsync(AuthorizationRequest request, CancellationToken ct)
    {
        HttpContext.Features.Set(new FormTarget(request.Target));
        return View("Index", new ConsentPage(request, ProtocolForm.FieldsOf(Request), (await session.CurrentAsync(ct))!.StartedAt + PortalSession.AtMost));
    }

    private IActionResult Lead(AuthorizationRequest request, AuthorizationStep step)
    {
        var fields = ProtocolForm.FieldsOf(Request);
        if (step == AuthorizationStep.SetUp)
        {
            return RedirectToAction("Index", "Factors", new { area = "Account", needed = true, returnUrl = Url.Action(nameof(Index)) + QueryString.Create(fields) });
        }

        var here = Url.Action(nameof(Index)) + QueryString.Create([.. fields.Where(f => f.Key != Demand), new(Demand, demands.Create(request))]);
        return RedirectToAction("Index", step == AuthorizationStep.SignIn ? "SignIn" : "Confirm", new { area = "Account", returnUrl = here });
    }
}

/// <param name="Until">When what the system gets for this sign-in ends at the latest.</param>
public sealed record ConsentPage(AuthorizationRequest Request, IReadOnlyList<KeyValuePair<string, string?>> Fields, DateTimeOffset Until);
