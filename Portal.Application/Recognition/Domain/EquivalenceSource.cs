using System.Text.Json.Serialization;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

public enum SourceOperator { One, All, Any }

/// <summary>What a holder must hold: one certification, all of several, or any one of several. Two levels are enough for every rule met so far.</summary>
/// <param name="Certification">Code; null unless the operator is <c>One</c>.</param>
public sealed record EquivalenceSource(SourceOperator Operator, string? Certification, IReadOnlyList<EquivalenceSource> Parts)
{
    public const int KeyLength = 400;
    public const int MostCertifications = 8;

    public static EquivalenceSource Of(string certification) => new(SourceOperator.One, certification, []);

    public static EquivalenceSource All(params IEnumerable<string> certifications) => new(SourceOperator.All, null, [.. certifications.Select(Of)]);

    public static EquivalenceSource Any(params IEnumerable<string> certifications) => new(SourceOperator.Any, null, [.. certifications.Select(Of)]);

    [JsonIgnore]
    public IReadOnlyList<string> Certifications =>
        [.. (Certification is { } one ? [one] : Parts.SelectMany(p => p.Certifications)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The same for the same demand, however it was put: parts in the order of their codes.</summary>
    [JsonIgnore]
    public string Key => Operator == SourceOperator.One ? Certification ?? ""
        : $"({string.Join(Operator == SourceOperator.All ? " & " : " | ", Parts.Select(p => p.Key).Order(StringComparer.Ordinal))})";

    /// <summary>The same demand over what each certification proves.</summary>
    public SourceExpression With(IReadOnlyDictionary<string, CoverageSource> proofs) => Operator switch
    {
        SourceOperator.One => new SourceExpression.One(proofs[Certification!]),
        SourceOperator.All => new SourceExpression.All([.. Parts.Select(p => p.With(proofs))]),
        _ => new SourceExpression.Any([.. Parts.Select(p => p.With(proofs))]),
    };

    /// <exception cref="RefusedException">It names nothing, one certification only under an operator, or too many.</exception>
    public void RequireSound()
    {
        var isSound = Operator == SourceOperator.One
            ? !string.IsNullOrWhiteSpace(Certification) && Parts.Count == 0
            : Certification is null && Parts.Count >= 2 && Parts.DistinctBy(p => p.Key).Count() == Parts.Count;
        if (!isSound || Certifications.Count > MostCertifications || Key.Length > KeyLength)
        {
            throw new RefusedException(new Error("Recognition.Source.Unsound", "Source", new Dictionary<string, object?> { ["Most"] = MostCertifications }));
        }

        foreach (var part in Parts)
        {
            part.RequireSound();
        }
    }
}
