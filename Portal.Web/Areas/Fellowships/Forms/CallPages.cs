using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;

namespace Portal.Web.Areas.Fellowships.Forms;

public sealed record CallEditPage(CallForEdit.Call Call, CallForm Form, bool IsSaved = false);

/// <param name="Reason">The reason typed for a return that was refused.</param>
public sealed record CallDeskPage(CallOnDesk.Call Call, string? Reason)
{
    public bool Can(FellowshipCallStep step) => Call.Steps.Contains(step);
}

/// <summary>Two versions of a call after a lost race.</summary>
public sealed record CallComparePage(CallForEdit.Call Call, CallForm Mine, CallForm Theirs);

/// <summary>The form of a call as one side would fill it in.</summary>
public sealed record BlankFormPage(CallDetails.Call Call, Government? Asked)
{
    public Government Side => Asked is { } side && Call.Content.Sides.Contains(side) ? side : Call.Content.Sides[0];

    public ApplicationForm Form => new(Call.Content, Side);

    /// <summary>The fields of a section that do not repeat.</summary>
    public IEnumerable<FormField> SingleFields(ApplicationSectionKind section) => Form.Fields(section, Answers.Empty).Where(f => f.Number is null);
}
