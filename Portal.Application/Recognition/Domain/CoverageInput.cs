using System.Text.Json.Serialization;

namespace Portal.Application.Recognition.Domain;

/// <summary>One row of what a holder of the target is taken to hold, in the scope that is compared.</summary>
/// <param name="Statement">Code within the target's framework version; stands once in a set.</param>
/// <param name="Weight">Above 0; only the ratios count.</param>
/// <param name="Level">1 to 5.</param>
/// <param name="Roles">Codes of the work roles that ask for it; may be empty.</param>
/// <param name="Area">Competency area, when there is one.</param>
public sealed record CoverageRequirement(
    string Statement, FrameworkElementKind Kind, double Weight, int Level, bool IsCritical, IReadOnlyList<string> Roles, string? Area = null);

/// <summary>Evidence that a certification proves a statement.</summary>
/// <param name="Level">1 to 5.</param>
/// <param name="Since">Day of the blueprint or the renewal. A later day than the one that is looked at counts as fresh; who asks for an old day passes what was known then.</param>
/// <param name="Confidence">Adjudicated, 0 to 1.</param>
/// <param name="Id">Leads back to the stored claim; no figure and no hash depends on it.</param>
public sealed record CoverageClaim(
    string Statement, int Level, AssessmentStrength Strength, DateOnly Since, double Confidence, [property: JsonIgnore] Guid? Id = null);

/// <summary>How a statement of a claim (subject) covers a statement of a requirement (target). A statement covers itself without a mapping.</summary>
/// <param name="Fraction">Share of the target that "subset" and "intersects" cover, above 0 to 1; null: the rules' default. Other relations cover it whole or not at all.</param>
/// <param name="Facet">The part of the target that is covered: different parts add up, the same part counts once. Mappings without one share one part.</param>
/// <param name="Confidence">Adjudicated, 0 to 1.</param>
public sealed record CoverageMapping(
    string Subject, string Target, MappingRelation Relation, double? Fraction, string? Facet, double Confidence, [property: JsonIgnore] Guid? Id = null);

/// <summary>A certification version with its evidence.</summary>
public sealed record CoverageSource(string Code, IReadOnlyList<CoverageClaim> Claims);

/// <summary>A certification version or work role with what it asks for.</summary>
public sealed record CoverageTarget(string Code, IReadOnlyList<CoverageRequirement> Requirements);

/// <summary>Everything that the figures of one direction depend on.</summary>
/// <param name="AsOf">The day at which the age of evidence is measured.</param>
public sealed record CoverageInput(
    SourceExpression Source, CoverageTarget Target, IReadOnlyList<CoverageMapping> Mappings, CoverageRules Rules, DateOnly AsOf);
