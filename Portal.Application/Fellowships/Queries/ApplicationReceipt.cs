using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>The receipt of a submission: read from what was stored when it was sent, never from the present answers.</summary>
/// <param name="Number">1 for the first submission; null for the last one.</param>
public sealed record ApplicationReceipt(Guid Id, int? Number = null) : IQuery<ApplicationReceipt.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);

    public sealed record Page(
        CandidateCase Case, int Number, DateTimeOffset At, string Hash, IReadOnlyList<AnsweredSection> Sections, IReadOnlyList<StoredDocument> Files,
        IReadOnlyList<Sent> Submissions);

    public sealed record Sent(int Number, DateTimeOffset At);
}

internal sealed class ApplicationReceiptHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ApplicationReceipt, ApplicationReceipt.Page>
{
    public async ValueTask<ApplicationReceipt.Page> Handle(ApplicationReceipt query, CancellationToken ct)
    {
        var found = await db.ReadOwnFellowshipCaseAsync(query.Id, current.Actor, ct);
        var sent = found.Application.Submissions.OrderBy(s => s.Number).ToList();
        var submission = sent.LastOrDefault(s => query.Number is null || s.Number == query.Number) ?? throw new NotFoundException();
        var content = SentCases.Read(submission.Content);
        var files = content.Files.Select(f => Stored(f, found.Application)).ToList();
        return new ApplicationReceipt.Page(
            found.ForCandidate(current.Actor, clock.GetUtcNow()), submission.Number, submission.At, submission.Hash,
            new SentCase(content, [], files).Sections(found.Form), files,
            [.. sent.Select(s => new ApplicationReceipt.Sent(s.Number, s.At))]);
    }

    private static StoredDocument Stored(SubmittedFile file, FellowshipApplication application) => new(
        application.Documents.FirstOrDefault(d => d.FieldKey == file.FieldKey && d.Sha256 == file.Sha256 && d.FileName == file.FileName)?.Id,
        file.FieldKey, file.FileName, file.Size, file.Sha256);
}
