using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Identity.Commands;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Identity.Forms;

public sealed class RegisterOrganisationForm
{
    public string? Code { get; init; }

    public string? Ja { get; init; }

    public string? En { get; init; }

    public DateParts? From { get; init; }

    public RegisterOrganisation ToCommand(ModelStateDictionary state, Text text) => new(Code, Ja, En, state.Read(nameof(From), From, text));
}

public sealed class RenameOrganisationForm
{
    public string? Ja { get; init; }

    public string? En { get; init; }

    public DateParts? From { get; init; }

    public RenameOrganisation ToCommand(Guid id, ModelStateDictionary state, Text text) => new(id, Ja, En, state.Read(nameof(From), From, text));
}
