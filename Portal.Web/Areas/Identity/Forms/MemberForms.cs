using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Application.Identity;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Domain;
using Portal.Application.Identity.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Identity.Forms;

public sealed class InviteForm
{
    public Guid? OrganisationId { get; init; }

    public Role? Role { get; init; }

    public string? Address { get; init; }

    public DateParts? StartsOn { get; init; }

    public DateParts? EndsOn { get; init; }

    /// <summary>The organisations to choose from.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Organisations { get; set; } = [];

    public InviteMember ToCommand(ModelStateDictionary state, Text text) => new(
        OrganisationId, Role, Address, state.Read(nameof(StartsOn), StartsOn, text), state.Read(nameof(EndsOn), EndsOn, text));
}

public sealed class EndForm
{
    public DateParts? LastDay { get; init; }

    public string? Reason { get; init; }

    [BindNever]
    public ListMembers.Row? Member { get; set; }

    public EndMembership ToCommand(Guid id, ModelStateDictionary state, Text text) =>
        new(id, state.Read(nameof(LastDay), LastDay, text), CleanText.Prose(Reason));
}

public sealed class EndSessionsForm
{
    public string? Reason { get; init; }

    [BindNever]
    public ListMembers.Row? Member { get; set; }

    public EndSessions ToCommand(Guid id) => new(id, CleanText.Prose(Reason));
}

/// <summary>The filter of the list, kept in the address.</summary>
public sealed class MembersFilter
{
    public Guid? Organisation { get; init; }

    public Role? Role { get; init; }

    public MembershipState? State { get; init; }

    public int Page { get; init; } = 1;

    public ListMembers ToQuery() => new(Organisation, Role, State, Page);

    public int Count => new object?[] { Organisation, Role, State }.Count(x => x is not null);
}

public sealed record MembersPage(MembersFilter Filter, ListMembers.Members Found, IReadOnlyList<SelectListItem> Organisations);
