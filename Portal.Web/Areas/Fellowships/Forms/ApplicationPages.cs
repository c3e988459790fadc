using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships.Forms;

public sealed record StartPage(ApplicationStart.Page Call, StartForm Form);

/// <summary>One section as it is drawn.</summary>
/// <param name="Blocks">What can be typed; the read-only page shows <see cref="ApplicationSectionPage.Page.Section"/> instead.</param>
public sealed record SectionPage(ApplicationSectionPage.Page Data, FormText Words, IReadOnlyList<FieldBlock> Blocks)
{
    public CandidateCase Case => Data.Case;

    public ApplicationSectionKind Kind => Data.Section.Kind;

    /// <summary>Files are sent on their own, so a section of nothing else has no form to save.</summary>
    public bool HasOnlyFiles => Kind == ApplicationSectionKind.Documents;

    public IEnumerable<FieldModel> Inputs => Blocks.SelectMany(b => b.Items).Select(i => i.Input);

    /// <summary>Where this section stands among the others, from 1.</summary>
    public int Place => Data.Sections.Select(s => s.Kind).TakeWhile(k => k != Kind).Count() + 1;

    public string Zone => PortalZones.OfficialFor(Case.Side);
}

/// <summary>Questions under one legend.</summary>
/// <param name="Legend">Null for a question that stands alone.</param>
/// <param name="Removes">The entry that a button takes out, for example <c>education.2</c>.</param>
public sealed record FieldBlock(IReadOnlyList<BlockItem> Items, string? Legend = null, string? Hint = null, string? Removes = null, AddButton? Add = null);

/// <summary>The button below the last entry of a repeated part.</summary>
public sealed record AddButton(string Group, string Text);

/// <param name="IsInRow">Stands beside its neighbour.</param>
public sealed record BlockItem(AnsweredField Asked, FieldModel Input, bool IsInRow);

/// <summary>One file question on a page of its own.</summary>
public sealed record UploadPage(SectionPage Section, BlockItem Item);

public sealed record RemoveDocumentPage(CandidateCase Case, ApplicationSectionKind Section, StoredDocument Document);

public sealed record ComparePage(CompareSection.Page Data, FormText Words);

public sealed record CheckPage(ApplicationCheck.Page Data, FormText Words, SubmitForm Form);

public sealed record ReceiptPage(ApplicationReceipt.Page Data, FormText Words, IReadOnlyList<string> Substituted);

public sealed record StatusPage(ApplicationProgress.Page Data, FormText Words);

public sealed record FieldNames(IReadOnlyList<FormField> Fields, FormText Words);

/// <param name="Answer">What the candidate is about to confirm; null before the choice.</param>
public sealed record OfferPage(ApplicationProgress.Page Data, bool? Answer);

/// <summary>A section's answers read back.</summary>
/// <param name="ChangeAt">The section's page, when answers may still be changed.</param>
public sealed record AnswersView(AnsweredSection Section, FormText Words, Guid ApplicationId, string? ChangeAt);
