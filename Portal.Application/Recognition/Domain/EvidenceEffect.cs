using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>One version of an equivalence whose report counts the evidence.</summary>
/// <param name="Number">Of the equivalence.</param>
/// <param name="IsAgreed">A decision that stands; otherwise one that the governments still work on.</param>
/// <param name="Before">Content coverage as the report has it, 0 to 1.</param>
/// <param name="After">As recorded claims give it now without the evidence; null where nothing is left to compute with.</param>
/// <param name="OpenCases">Requests of holders under it that are not decided.</param>
/// <param name="Statements">Recognition statements given under it.</param>
public sealed record TouchedVersion(Guid VersionId, string Number, int Version, bool IsAgreed, bool IsDemonstration, double Before, double? After, int OpenCases, int Statements);

/// <summary>
/// What a withdrawal of evidence touches, computed before anything happens. Both governments sign it, and what happens must equal it: a
/// version in work loses its figures and begins again with the evidence, a decision that stands is called up for review and holds meanwhile.
/// </summary>
/// <param name="Versions">One for each report that counts the evidence.</param>
public sealed record EvidenceEffect(IReadOnlyList<TouchedVersion> Versions)
{
    public int Decisions => Versions.Count(v => v.IsAgreed);
    public int OpenCases => Versions.Sum(v => v.OpenCases);
    public int Statements => Versions.Sum(v => v.Statements);
    public string Hash => ContentHash.Of(Versions);
}
