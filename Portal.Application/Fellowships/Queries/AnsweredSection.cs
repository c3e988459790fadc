using Portal.Application.Fellowships.Domain;

namespace Portal.Application.Fellowships.Queries;

/// <summary>A stored file as a page shows it.</summary>
/// <param name="Id">Null when only the record of a submission knows of it.</param>
public sealed record StoredDocument(Guid? Id, string FieldKey, string FileName, long Size, string Sha256);

/// <summary>A question with its answer.</summary>
/// <param name="IsOpen">Whether it may be changed: in a correction only the named ones.</param>
public sealed record AnsweredField(FormField Field, string Value, bool IsOpen, IReadOnlyList<StoredDocument> Files);

public sealed record AnsweredEntry(int Number, IReadOnlyList<AnsweredField> Fields);

/// <summary>A repeated part.</summary>
/// <param name="Kept">Entries that the form always shows; they cannot be removed.</param>
public sealed record AnsweredGroup(string Name, int Kept, int Max, IReadOnlyList<AnsweredEntry> Entries);

/// <summary>A section with everything asked in it, single questions first.</summary>
public sealed record AnsweredSection(ApplicationSectionKind Kind, IReadOnlyList<AnsweredField> Fields, IReadOnlyList<AnsweredGroup> Groups)
{
    public IEnumerable<AnsweredField> All => Fields.Concat(Groups.SelectMany(g => g.Entries).SelectMany(e => e.Fields));
}

/// <summary>Puts answers into the form.</summary>
/// <param name="isOpen">Whether a field may be changed.</param>
/// <param name="files">The files by field.</param>
internal sealed class FormReader(ApplicationForm form, Func<string, bool> isOpen, ILookup<string, StoredDocument> files)
{
    public static FormReader Of(FellowshipCase found) => new(
        found.Form, found.Application.IsOpenForChange, found.Application.CurrentDocuments().OrderBy(d => d.Id).Select(Stored).ToLookup(d => d.FieldKey));

    /// <param name="entries">Entries that the page shows beyond those with an answer, by group.</param>
    public AnsweredSection Read(ApplicationSectionKind kind, Answers answers, IReadOnlyDictionary<string, int>? entries = null)
    {
        AnsweredField Answered(FormField field) => new(field, answers[field.Key], isOpen(field.Key), [.. files[field.Key]]);
        AnsweredGroup Group(FormGroup group) => new(group.Name, group.Min, group.Max,
            [.. Numbers(group, answers, entries).Select(n => new AnsweredEntry(n, [.. group.Entry(n).Select(Answered)]))]);
        return new AnsweredSection(kind, [.. form.Fields(kind, Answers.Empty).Where(f => f.Number is null).Select(Answered)], [.. form.GroupsOf(kind).Select(Group)]);
    }

    private static IEnumerable<int> Numbers(FormGroup group, Answers answers, IReadOnlyDictionary<string, int>? entries) =>
        Enumerable.Range(1, Math.Clamp(Math.Max(answers.Entries(group).Count(), entries?.GetValueOrDefault(group.Name) ?? 0), 0, group.Max));

    private static StoredDocument Stored(ApplicationDocument document) =>
        new(document.Id, document.FieldKey, document.FileName, document.Size, document.Sha256);
}
