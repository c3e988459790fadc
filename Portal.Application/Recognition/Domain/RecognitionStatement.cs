using System.Text;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <param name="Name">In its own language only, where there is no other.</param>
public sealed record NamedText(string Code, BilingualText Name);

/// <summary>Everything that a statement says, as it was when it was issued.</summary>
/// <param name="Measures">The compensation measures that were fulfilled for it.</param>
/// <param name="ValidUntil">The earlier of the decision's end and the certification's.</param>
public sealed record StatementContent(
    string EquivalenceNumber, int VersionNumber, IReadOnlyList<NamedText> Sources, NamedText Target, IReadOnlyList<NamedText> Scope, DecisionType Decision,
    BilingualText Statement, IReadOnlyList<Effect> Effects, IReadOnlyList<BilingualText> Measures, Government SourceSide, Government HostSide, Deadline ValidUntil);

/// <summary>A PDF as it was issued, in one language.</summary>
public sealed class IssuedPdf
{
    private IssuedPdf() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>"ja" or "en".</summary>
    public string Language { get; private init; } = "";
    public string StoredName { get; private init; } = "";
    public long Size { get; private init; }
    public string Sha256 { get; private init; } = "";

    internal static IssuedPdf Of(string language, StoredFile file) =>
        new() { Language = language, StoredName = file.Name, Size = file.Size, Sha256 = file.Sha256 };
}

/// <summary>
/// What a holder has in hand: recognition under one version of an equivalence, and never the target certification itself. Whether it is valid
/// is not kept here: it follows from the clock and from the periods of the equivalence.
/// </summary>
public sealed class RecognitionStatement : Aggregate
{
    private readonly List<IssuedPdf> _pdfs = [];

    private RecognitionStatement() { }

    public string Number { get; private set; } = "";
    public Guid CaseId { get; private set; }
    public Guid HolderId { get; private set; }
    public string HolderName { get; private set; } = "";

    /// <summary>The holder agreed that whoever checks the number reads the whole name.</summary>
    public bool IsNameShown { get; private set; }
    public Guid EquivalenceId { get; private set; }
    public Guid EquivalenceVersionId { get; private set; }
    public StatementContent Says { get; private set; } = null!;
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>Made up, like the equivalence under it: says so wherever it is shown.</summary>
    public bool IsDemonstration { get; private set; }
    public IReadOnlyList<IssuedPdf> Pdfs => _pdfs;

    /// <summary>What others read of the name as long as the holder has not agreed to more.</summary>
    public string Initials => string.Join(' ', HolderName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Initial));

    public string NameForOthers => IsNameShown ? HolderName : Initials;

    public static RecognitionStatement Issue(string number, RecognitionCase granted, StatementContent content, bool isDemonstration, DateTimeOffset now)
    {
        if (granted.Status != RecognitionCaseStatus.Granted)
        {
            throw new RefusedException("Cases.NotNow", granted);
        }

        var statement = new RecognitionStatement
        {
            Number = number, CaseId = granted.Id, HolderId = granted.HolderId, HolderName = granted.HolderName, EquivalenceId = granted.EquivalenceId,
            EquivalenceVersionId = granted.EquivalenceVersionId, Says = content, IssuedAt = now, IsDemonstration = isDemonstration,
        };
        statement.Raise(new RecognitionStatementIssued(statement.Id));
        return statement;
    }

    internal void Attach(string language, StoredFile file) => _pdfs.Add(IssuedPdf.Of(language, file));

    public void ShowName(bool isShown, Actor actor)
    {
        if (actor.UserId != HolderId)
        {
            throw new ForbiddenException(this);
        }

        IsNameShown = isShown;
    }

    /// <summary>Whether a file with this hash is one that was issued.</summary>
    public bool IsIssued(string sha256) => _pdfs.Exists(p => string.Equals(p.Sha256, sha256, StringComparison.OrdinalIgnoreCase));

    private static string Initial(string part)
    {
        var first = part.EnumerateRunes().First();
        return first.Value < 0x2E80 ? $"{Rune.ToUpperInvariant(first)}." : $"{first}〇";
    }
}
