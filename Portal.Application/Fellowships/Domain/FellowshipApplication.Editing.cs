using Portal.Application.Shared;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;
using Step = Portal.Application.Fellowships.Domain.FellowshipApplicationStep;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Typing and uploading, in a draft and in a correction.</summary>
public sealed partial class FellowshipApplication
{
    /// <summary>Saves one section. Any content may be saved; nothing is checked here but the right to change it.</summary>
    /// <param name="seenVersion">The section's version that the page was made from; 0 when it had none.</param>
    /// <param name="onTime">Whether the call still takes drafts, by its own rule.</param>
    /// <exception cref="StaleException">Another tab saved other answers of the section in the meantime.</exception>
    /// <exception cref="RefusedException">The section is far beyond any length that the form asks for, or may not be changed now.</exception>
    public ApplicationSection SaveSection(
        Section kind, Answers answers, long seenVersion, bool check, bool onTime, Actor actor, DateTimeOffset now)
    {
        RequireEditable(onTime, actor, now);
        var section = Section(kind);
        if ((section?.Version ?? 0) != seenVersion && !answers.Equals(section?.Answers))
        {
            throw new StaleException();
        }

        if (answers.Size > ApplicationSection.MaxSize)
        {
            throw new RefusedException("Fellowships.Section.TooLarge");
        }

        RequireOnlyNamedFields(section?.Answers ?? Answers.Empty, answers);
        if (section is null)
        {
            section = new ApplicationSection(kind);
            _sections.Add(section);
        }

        section.Save(answers, check, now);
        return section;
    }

    /// <exception cref="RefusedException">The file count is reached, or this field may not be changed now.</exception>
    public ApplicationDocument AddDocument(
        FormField field, string fileName, FileKind kind, StoredFile file, bool onTime, Actor actor, DateTimeOffset now)
    {
        RequireEditable(onTime, actor, now);
        RequireNamed(field.Key);
        if (ApplicationForm.TakesSeveralFiles(field.Key) is false)
        {
            foreach (var earlier in CurrentDocuments(field.Key).ToList())
            {
                Discard(earlier, now);
            }
        }

        if (CurrentDocuments().Count() >= ApplicationForm.MaxFiles)
        {
            throw new RefusedException(new Error("Fellowships.Documents.TooMany", field.Key, Slots("Max", ApplicationForm.MaxFiles)));
        }

        var document = new ApplicationDocument(field.Key, fileName, kind, file, now);
        _documents.Add(document);
        TouchSection(field.Section, now);
        return document;
    }

    public void RemoveDocument(Guid documentId, bool onTime, Actor actor, DateTimeOffset now)
    {
        RequireEditable(onTime, actor, now);
        var document = CurrentDocuments().FirstOrDefault(d => d.Id == documentId) ?? throw new NotFoundException();
        RequireNamed(document.FieldKey);
        Discard(document, now);
        TouchSection(ApplicationForm.SectionOf(document.FieldKey), now);
    }

    /// <summary>The files that the next submission contains.</summary>
    public IEnumerable<ApplicationDocument> CurrentDocuments(string? fieldKey = null) =>
        _documents.Where(d => d.RemovedAt is null && (fieldKey is null || d.FieldKey == fieldKey));

    private void RequireEditable(bool onTime, Actor actor, DateTimeOffset now)
    {
        if (actor.UserId != ApplicantId)
        {
            throw new ForbiddenException(this);
        }

        if (Status is not (Status.Draft or Status.ReturnedForCorrection))
        {
            throw new RefusedException("Fellowships.Application.NotNow");
        }

        RequireOnTime(onTime);
    }

    private void RequireOnTime(bool onTime)
    {
        if (!onTime)
        {
            throw new RefusedException(Status == Status.Draft ? "Fellowships.Application.Closed" : "Fellowships.Correction.TimeOver");
        }
    }

    private void RequireOnlyNamedFields(Answers before, Answers after)
    {
        foreach (var key in before.Values.Keys.Union(after.Values.Keys).Where(k => before[k] != after[k]))
        {
            RequireNamed(key);
        }
    }

    /// <summary>What a page with only the open fields means: the other answers stay.</summary>
    public Answers Merge(Section kind, Answers typed)
    {
        if (Correction is null)
        {
            return typed;
        }

        var before = AnswersOf(kind);
        return before.Values.Keys.Union(typed.Values.Keys).Where(IsOpenForChange)
            .Aggregate(before, (merged, key) => merged.With(key, typed[key]));
    }

    /// <summary>In a correction only the named fields can change.</summary>
    public bool IsOpenForChange(string fieldKey) => Correction?.Names(fieldKey) != false;

    private void RequireNamed(string fieldKey)
    {
        if (!IsOpenForChange(fieldKey))
        {
            throw new RefusedException(new Error("Fellowships.Correction.FieldNotNamed", fieldKey));
        }
    }

    private void Discard(ApplicationDocument document, DateTimeOffset now)
    {
        if (!_submissions.Exists(s => s.At >= document.StoredAt))
        {
            _documents.Remove(document);
        }
        else
        {
            document.RemovedAt = now;
        }
    }

    private void TouchSection(Section kind, DateTimeOffset now)
    {
        var section = Section(kind);
        if (section is null)
        {
            section = new ApplicationSection(kind);
            _sections.Add(section);
        }

        section.Save(section.Answers, false, now);
    }

    private static Dictionary<string, object?> Slots(string name, object value) => new() { [name] = value };
}
