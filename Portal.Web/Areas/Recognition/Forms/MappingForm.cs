using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;

namespace Portal.Web.Areas.Recognition.Forms;

public sealed class MappingForm
{
    public string? Subject { get; init; }

    public string? Target { get; init; }

    public MappingRelation Relation { get; init; } = MappingRelation.Equivalent;

    /// <summary>Above 0 to 1.</summary>
    public decimal? Fraction { get; init; }

    public string? Facet { get; init; }

    public MappingRationale Rationale { get; init; }

    /// <summary>0 to 1.</summary>
    public decimal? Confidence { get; init; }

    public string? Justification { get; init; }

    [BindNever]
    public ListMappings.Listing? Found { get; set; }

    public RecordMapping ToCommand(string? from, string? to) => new(
        from ?? "", to ?? "", Subject ?? "", Target ?? "", new MappingText(Relation, Fraction, Facet, Rationale, Confidence ?? -1, Justification ?? ""));
}
