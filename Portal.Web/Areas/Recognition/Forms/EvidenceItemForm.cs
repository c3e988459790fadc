using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Recognition.Forms;

public sealed class EvidenceItemForm
{
    public string? Code { get; set; }

    public EvidenceType Type { get; init; }

    public string? TitleJa { get; init; }

    public string? TitleEn { get; init; }

    public string? Uri { get; init; }

    public string? Sha256 { get; init; }

    public string? ObtainedBy { get; init; }

    public DateParts? ObtainedOn { get; init; }

    public DateParts? ExpiresOn { get; init; }

    public EvidenceLanguage Language { get; init; }

    /// <summary>Nothing is shown to the public by oversight.</summary>
    public Confidentiality Confidentiality { get; init; } = Confidentiality.Restricted;

    /// <summary>Token of the record that is corrected.</summary>
    public long Version { get; init; }

    [BindNever]
    public string Certification { get; set; } = "";

    /// <summary>Of the item that is corrected; null for a new one.</summary>
    [BindNever]
    public string? Corrected { get; set; }

    public static EvidenceItemForm Of(ListEvidenceItems.Listing list, ListEvidenceItems.Row row) => new()
    {
        Certification = list.Certification, Corrected = row.Code, Version = row.Version, Type = row.Text.Type, TitleJa = row.Text.Title.Ja, TitleEn = row.Text.Title.En,
        Uri = row.Text.Uri, Sha256 = row.Text.Sha256, ObtainedBy = row.Text.ObtainedBy, ObtainedOn = DateParts.Of(row.Text.ObtainedOn),
        ExpiresOn = row.Text.ExpiresOn is { } last ? DateParts.Of(last) : null, Language = row.Text.Language, Confidentiality = row.Text.Confidentiality,
    };

    public EvidenceItemForm Of(string certification, string? corrected)
    {
        (Certification, Corrected) = (certification, corrected);
        return this;
    }

    public RecordEvidenceItem ToRecord(string certification, ModelStateDictionary state, Text text) => new(certification, Code ?? "", ToText(state, text));

    public CorrectEvidenceItem ToCorrect(Guid item, ModelStateDictionary state, Text text) => new(item, Version, ToText(state, text));

    private EvidenceItemText ToText(ModelStateDictionary state, Text text) => new(
        Type, new BilingualText(TitleJa ?? "", TitleEn ?? ""), Uri, Sha256, ObtainedBy ?? "",
        state.Read(nameof(ObtainedOn), ObtainedOn, text) ?? default, state.Read(nameof(ExpiresOn), ExpiresOn, text), Language, Confidentiality);
}
