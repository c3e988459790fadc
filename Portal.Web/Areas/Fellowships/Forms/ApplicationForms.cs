using Portal.Application.Fellowships.Commands;
using Portal.Application.Shared;

namespace Portal.Web.Areas.Fellowships.Forms;

public sealed class StartForm
{
    public Government? Side { get; set; }

    public StartApplication ToCommand(Guid callId, Government side) => new(callId, side);
}

public sealed class SubmitForm
{
    public bool IsDeclared { get; set; }

    public SubmitApplication ToCommand(Guid id) => new(id, IsDeclared);
}

public sealed class UploadForm
{
    public Application.Fellowships.Domain.ApplicationSectionKind Section { get; set; }

    public string Field { get; set; } = "";

    public IFormFile? File { get; set; }

    public UploadDocument ToCommand(Guid id, IFormFile file) =>
        new(id, Section, Field, file.FileName, file.ContentType, file.Length, file.OpenReadStream());
}
