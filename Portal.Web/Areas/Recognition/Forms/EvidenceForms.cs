using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Recognition.Forms;

public sealed class VersionForm
{
    public string? Label { get; init; }

    public DateParts? EffectiveOn { get; init; }

    public DateParts? RetiredOn { get; init; }

    public string? NoteJa { get; init; }

    public string? NoteEn { get; init; }

    /// <summary>Token of the version that is corrected.</summary>
    public long Seen { get; init; }

    [BindNever]
    public CertificationEvidence.Evidence? Evidence { get; set; }

    /// <summary>As it is described now.</summary>
    public static VersionForm Of(CertificationEvidence.Evidence evidence)
    {
        var shown = evidence.Shown ?? throw new NotFoundException();
        return new()
        {
            Evidence = evidence, Seen = shown.Version, Label = shown.Label, EffectiveOn = DateParts.Of(shown.EffectiveOn),
            RetiredOn = shown.RetiredOn is { } retired ? DateParts.Of(retired) : null, NoteJa = shown.Note.Ja, NoteEn = shown.Note.En,
        };
    }

    public DescribeCertificationVersion ToCommand(string certification, ModelStateDictionary state, Text text) => new(certification, ToText(state, text));

    public CorrectCertificationVersion ToCorrection(Guid version, ModelStateDictionary state, Text text) => new(version, Seen, ToText(state, text));

    private CertificationVersionText ToText(ModelStateDictionary state, Text text) => new(
        Label ?? "", state.Read(nameof(EffectiveOn), EffectiveOn, text) ?? default, state.Read(nameof(RetiredOn), RetiredOn, text), new BilingualText(NoteJa ?? "", NoteEn ?? ""));
}

public sealed class ClaimForm
{
    public Guid FrameworkId { get; init; }

    public string? Statement { get; init; }

    public int? Level { get; init; }

    public AssessmentStrength Strength { get; init; } = AssessmentStrength.ProctoredWritten;

    /// <summary>0 to 1.</summary>
    public decimal? Confidence { get; init; }

    public string? Source { get; init; }

    /// <summary>Codes of items of evidence.</summary>
    public string? Items { get; init; }

    [BindNever]
    public CertificationEvidence.Evidence? Evidence { get; set; }

    /// <summary>Empty, in the newest framework.</summary>
    public static ClaimForm On(CertificationEvidence.Evidence evidence) => new() { FrameworkId = evidence.Frameworks[0].Id, Evidence = evidence };

    public RecordClaim ToCommand(Guid version) => new(version, FrameworkId, Statement ?? "", new ClaimText(Level ?? 0, Strength, Confidence ?? -1, Source) { Items = [.. Lines.Of(Items?.Replace(' ', ','))] });
}
