using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Domain;
using Portal.Application.Identity.Queries;

namespace Portal.Web.Areas.Identity.Forms;

/// <summary>A connected system as it is typed.</summary>
public sealed class SystemForm
{
    /// <summary>The version that the page was made from; zero for a new system.</summary>
    public long Version { get; init; }

    public string? Ja { get; init; }

    public string? En { get; init; }

    public Guid? OrganisationId { get; init; }

    public SystemKind? Kind { get; init; }

    public string? RedirectAddresses { get; init; }

    public string? SignOutAddresses { get; init; }

    public List<string> Scopes { get; init; } = [];

    public SystemAuthentication? Authentication { get; init; }

    public string? Keys { get; init; }

    /// <summary>The organisations to choose from.</summary>
    [BindNever]
    public IReadOnlyList<SelectListItem> Organisations { get; set; } = [];

    [BindNever]
    public SystemDetails.Details? System { get; set; }

    public static SystemForm Of(SystemDetails.Details system) => new()
    {
        Version = system.Version,
        Ja = system.Name.Ja,
        En = system.Name.En,
        OrganisationId = system.OrganisationId,
        Kind = system.Kind,
        RedirectAddresses = string.Join('\n', system.RedirectAddresses),
        SignOutAddresses = string.Join('\n', system.SignOutAddresses),
        Scopes = [.. system.Scopes],
    };

    public RegisterSystem ToRegistration() =>
        new(OrganisationId, Kind, Ja, En, RedirectAddresses, SignOutAddresses, Scopes, Authentication, Keys);

    public ChangeSystem ToChange(Guid id) => new(id, Version, OrganisationId, Kind, Ja, En, RedirectAddresses, SignOutAddresses, Scopes);
}

public sealed class SystemKeysForm
{
    public long Version { get; init; }

    public string? Keys { get; init; }

    [BindNever]
    public SystemDetails.Details? System { get; set; }
}

/// <summary>A step on one system that is asked for on a page of its own.</summary>
public sealed class SystemStepForm
{
    public long Version { get; init; }

    public string? Reason { get; init; }

    [BindNever]
    public SystemDetails.Details? System { get; set; }
}

/// <param name="Secret">Null when it was shown before.</param>
public sealed record NewSecretPage(SystemDetails.Details System, string? Secret);
