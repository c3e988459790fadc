using System.Collections.Immutable;
using Portal.Application.Shared;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Application.Fellowships.Domain;

/// <summary>One section's answers, with a version of its own: two tabs on two sections never disturb each other.</summary>
public sealed class ApplicationSection
{
    /// <summary>In UTF-16 units: more than twenty of the longest questions can take. A draft may hold anything, but not without end.</summary>
    public const int MaxSize = 250_000;

    private ApplicationSection() { }

    internal ApplicationSection(Section kind) => Kind = kind;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Section Kind { get; private init; }
    public Answers Answers { get; private set; } = Answers.Empty;
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>The candidate pressed "save and continue": from then on the task list names what is wrong.</summary>
    public bool IsChecked { get; private set; }
    public long Version { get; private set; }

    internal void Save(Answers answers, bool check, DateTimeOffset now) =>
        (Answers, IsChecked, SavedAt) = (answers, IsChecked || check, now);

    /// <summary>Rises with every save, and with a submission, so that a save that races with it loses.</summary>
    internal void RaiseVersion() => Version++;
}

/// <summary>A stored file of an application.</summary>
/// <remarks>The bytes lie outside the web root under <see cref="StoredName"/>; <see cref="Sha256"/> is checked at every read (S-32).</remarks>
public sealed class ApplicationDocument
{
    private ApplicationDocument() { }

    internal ApplicationDocument(string fieldKey, string fileName, FileKind kind, StoredFile file, DateTimeOffset now) =>
        (FieldKey, FileName, Kind, StoredName, Size, Sha256, StoredAt) = (fieldKey, fileName, kind, file.Name, file.Size, file.Sha256, now);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string FieldKey { get; private init; } = "";
    public string FileName { get; private init; } = "";
    public FileKind Kind { get; private init; }
    public string StoredName { get; private init; } = "";
    public long Size { get; private init; }
    public string Sha256 { get; private init; } = "";
    public DateTimeOffset StoredAt { get; private init; }

    /// <summary>Taken out after a submission that contains it: kept for the earlier version, no longer part of the next.</summary>
    public DateTimeOffset? RemovedAt { get; internal set; }
}

/// <summary>Exactly what was sent, kept for ever; a correction adds the next one.</summary>
public sealed class ApplicationSubmission
{
    private ApplicationSubmission() { }

    internal ApplicationSubmission(int number, string content, string hash, DateTimeOffset at) =>
        (Number, Content, Hash, At) = (number, content, hash, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>1 for the first submission, 2 after the first correction …</summary>
    public int Number { get; private init; }

    /// <summary>Canonical JSON of <see cref="SubmissionContent"/>.</summary>
    public string Content { get; private init; } = "";

    /// <summary>SHA-256 of <see cref="Content"/>: the hash on the receipt.</summary>
    public string Hash { get; private init; } = "";
    public DateTimeOffset At { get; private init; }

    /// <summary>What the office asked to correct in it; stays when the next submission has answered it.</summary>
    public CorrectionRequest? Correction { get; internal set; }
}

/// <summary>The canonical snapshot of the answers and the files' hashes.</summary>
public sealed record SubmissionContent(
    string Number, Guid CallId, int FormRevision, Government Side,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Sections, IReadOnlyList<SubmittedFile> Files)
{
    public Answers AnswersOf(Section kind) => Sections.TryGetValue(kind.ToString(), out var answers)
        ? new Answers(answers.ToImmutableSortedDictionary(StringComparer.Ordinal))
        : Answers.Empty;
}

public sealed record SubmittedFile(string FieldKey, string FileName, long Size, string Sha256);

/// <summary>What the candidate is asked to correct: these fields only, by this instant. The earlier submission is kept.</summary>
public sealed record CorrectionRequest(IReadOnlyList<string> FieldKeys, string Note, Deadline DueBy, Government AskedBy)
{
    /// <summary>A named entry of a group stands for its fields.</summary>
    public bool Names(string fieldKey) => FieldKeys.Any(k => fieldKey == k || fieldKey.StartsWith(k + ".", StringComparison.Ordinal));
}

/// <summary>Coded reasons for screening out. The model is article III.5 of the Lisbon Recognition Convention: a refusal states its reasons.</summary>
public enum ScreeningReason { NotEligible, WrongSide, DocumentsMissing, DocumentsUnreadable, NotCorrected, Duplicate, OutOfScope }
