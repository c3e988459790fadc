using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <param name="Level">1 (can follow) to 5 (can teach and decide).</param>
/// <param name="Confidence">The author's own, 0 to 1.</param>
/// <param name="Strength">How the certification tests it.</param>
public sealed record ClaimText(int Level, AssessmentStrength Strength, decimal Confidence, string? Source)
{
    /// <summary>Codes of the items of evidence that it rests on.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];
}

/// <summary>What one version of a certification proves about one statement of a framework.</summary>
public sealed class EvidenceClaim
{
    public const int LowestLevel = 1, HighestLevel = 5;
    public const int SourceLength = 400, MostItems = 10;

    private EvidenceClaim() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid CertificationVersionId { get; private init; }
    public Guid FrameworkId { get; private init; }
    public string Statement { get; private init; } = "";
    public int Level { get; private init; }
    public AssessmentStrength Strength { get; private init; }
    public decimal Confidence { get; private init; }

    /// <summary>Where it was found: the document, and the part of it.</summary>
    public string? Source { get; private init; }

    /// <summary>Codes of the items of evidence that it rests on, in ordinal order.</summary>
    public IReadOnlyList<string> Items { get; private init; } = [];

    /// <summary>The author, whose own confidence counts as one opinion of the author's government.</summary>
    public Guid AuthorId { get; private init; }
    public Government AuthorGovernment { get; private init; }

    /// <summary>Whether anything that it rests on stands. A claim that names no item rests on its source alone.</summary>
    public bool Stands(Predicate<string> isWithdrawn) => Items.Count == 0 || Items.Any(i => !isWithdrawn(i));

    /// <summary>Whether recording this again would change nothing.</summary>
    internal bool Says(EvidenceClaim other) =>
        (Level, Strength, Confidence, Source) == (other.Level, other.Strength, other.Confidence, other.Source) && Items.SequenceEqual(other.Items, StringComparer.Ordinal);

    internal bool IsOn(FrameworkElement statement) => FrameworkId == statement.FrameworkId && Statement == statement.Code;

    internal static EvidenceClaim Of(Guid versionId, FrameworkElement statement, ClaimText text, Actor actor)
    {
        if (Problem(statement, text) is { } problem)
        {
            throw new RefusedException(problem);
        }

        return new()
        {
            CertificationVersionId = versionId,
            FrameworkId = statement.FrameworkId,
            Statement = statement.Code,
            Level = text.Level,
            Strength = text.Strength,
            // As the databases keep it, so that all of them compute the same.
            Confidence = Math.Round(text.Confidence, 3),
            Source = CleanText.Line(text.Source) is { Length: > 0 } source ? source : null,
            Items = [.. text.Items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            AuthorId = actor.UserId,
            AuthorGovernment = actor.Agency!.Value,
        };
    }

    /// <summary>Why a claim cannot be made; the pages and the import say the same.</summary>
    public static Error? Problem(FrameworkElement statement, ClaimText text)
    {
        if (!statement.IsStatement)
        {
            return new Error("Recognition.Claim.NoStatement", nameof(Statement), Slots("Statement", statement.Code));
        }

        if (statement.IsRetired)
        {
            return new Error("Recognition.Claim.StatementRetired", nameof(Statement), Slots("Statement", statement.Code));
        }

        return text.Level is < LowestLevel or > HighestLevel
            ? new Error("Recognition.Claim.LevelRange", nameof(Level), new Dictionary<string, object?> { ["Statement"] = statement.Code, ["Min"] = LowestLevel, ["Max"] = HighestLevel })
            : text.Confidence is < 0 or > 1 ? new Error("Recognition.Claim.ConfidenceRange", nameof(Confidence), Slots("Statement", statement.Code))
            : null;
    }

    private static Dictionary<string, object?> Slots(string name, object? value) => new() { [name] = value };
}
