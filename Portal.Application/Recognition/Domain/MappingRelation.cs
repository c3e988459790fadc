namespace Portal.Application.Recognition.Domain;

/// <summary>How two statements relate as sets of what a person can do (NIST IR 8477, set theory relationship mapping), read from subject to target.</summary>
public enum MappingRelation
{
    /// <summary>The same, in the same words.</summary>
    Equal,
    /// <summary>The same meaning in other words.</summary>
    Equivalent,
    /// <summary>The subject contains the target.</summary>
    Superset,
    /// <summary>The subject is a part of the target.</summary>
    Subset,
    Intersects,
    /// <summary>Looked at, and found to have nothing in common.</summary>
    None,
}

/// <summary>One relation under the names of the formats that mappings are exported to.</summary>
/// <param name="Inverse">The relation read from target to subject.</param>
/// <param name="Oscal">Relationship of the OSCAL control mapping model.</param>
/// <param name="Skos">Mapping property; null: not said in SKOS.</param>
/// <param name="Case">associationType of CASE 1.1, own ones under <c>ext:</c>; null: not exported.</param>
/// <param name="Ctdl">alignmentType of CTDL.</param>
/// <param name="SssomModifier">predicate_modifier of SSSOM.</param>
public sealed record MappingTerms(
    MappingRelation Relation, MappingRelation Inverse, string Oscal, string? Skos, string? Case, string Ctdl, string? SssomModifier = null)
{
    public static IReadOnlyList<MappingTerms> All { get; } =
    [
        new(MappingRelation.Equal, MappingRelation.Equal, "equal-to", "skos:exactMatch", "exactMatchOf", "skos:exactMatch"),
        new(MappingRelation.Equivalent, MappingRelation.Equivalent, "equivalent-to", "skos:closeMatch", "ext:equivalentTo", "skos:closeMatch"),
        new(MappingRelation.Superset, MappingRelation.Subset, "superset-of", "skos:narrowMatch", "ext:supersetOf", "skos:narrowMatch"),
        new(MappingRelation.Subset, MappingRelation.Superset, "subset-of", "skos:broadMatch", "ext:subsetOf", "skos:broadMatch"),
        new(MappingRelation.Intersects, MappingRelation.Intersects, "intersects-with", "skos:relatedMatch", "isRelatedTo", "skos:relatedMatch"),
        new(MappingRelation.None, MappingRelation.None, "no-relationship", null, null, "align:NoMatch", "Not"),
    ];

    public static MappingTerms Of(MappingRelation relation) => All[(int)relation];
}
