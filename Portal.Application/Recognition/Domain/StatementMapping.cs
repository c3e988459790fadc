using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>Why two statements are held to relate (NIST IR 8477): by their words, their meaning, or what somebody does with them.</summary>
public enum MappingRationale { Functional, Semantic, Syntactic }

/// <param name="Fraction">Share of the target that "subset" and "intersects" cover, above 0 to 1; null: the rules' default.</param>
/// <param name="Facet">The part of the target that is covered; null: one part.</param>
/// <param name="Confidence">The author's own, 0 to 1.</param>
/// <param name="Justification">In the author's own words.</param>
public sealed record MappingText(
    MappingRelation Relation, decimal? Fraction, string? Facet, MappingRationale Rationale, decimal Confidence, string Justification)
{
    public MappingText Cleaned() => this with
    {
        Facet = CleanText.Line(Facet) is { Length: > 0 } facet ? facet : null,
        Justification = CleanText.Prose(Justification).Trim(),
    };
}

/// <summary>How a statement of one framework version (subject) covers a statement of another (target). It is never changed: it is removed and recorded anew.</summary>
public sealed class StatementMapping
{
    public const int FacetLength = 100, JustificationLength = 2000;

    private StatementMapping() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid SetId { get; private init; }
    public string Subject { get; private init; } = "";
    public string Target { get; private init; } = "";
    public MappingRelation Relation { get; private init; }
    public decimal? Fraction { get; private init; }
    public string? Facet { get; private init; }
    public MappingRationale Rationale { get; private init; }
    public decimal Confidence { get; private init; }
    public string Justification { get; private init; } = "";

    /// <summary>The author, whose own confidence counts as one opinion of the author's government.</summary>
    public Guid AuthorId { get; private init; }
    public Government AuthorGovernment { get; private init; }

    internal static StatementMapping Of(Guid setId, string subject, string target, MappingText text, Actor actor) => new()
    {
        SetId = setId, Subject = subject, Target = target, Relation = text.Relation,
        // As the databases keep them, so that all of them compute the same.
        Fraction = text.Fraction is { } fraction ? Math.Round(fraction, 3) : null, Confidence = Math.Round(text.Confidence, 3),
        Facet = text.Facet, Rationale = text.Rationale, Justification = text.Justification, AuthorId = actor.UserId, AuthorGovernment = actor.Agency!.Value,
    };
}
