using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>One certification of the person's own list, with its files.</summary>
public sealed record HeldDetails(Guid Id) : IQuery<HeldDetails.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);

    /// <param name="IsUsed">A case that was sent rests on it, so that it stays as it is.</param>
    public sealed record Page(Guid Id, long Token, HeldText Text, HeldState State, bool IsUsed, IReadOnlyList<FileLine> Files);

    public sealed record FileLine(Guid Id, string FileName, long Size, string Sha256)
    {
        internal static IReadOnlyList<FileLine> Of(IEnumerable<EvidenceFile> files) =>
            [.. files.OrderBy(f => f.StoredAt).Select(f => new FileLine(f.Id, f.FileName, f.Size, f.Sha256))];
    }
}

internal sealed class HeldDetailsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<HeldDetails, HeldDetails.Page>
{
    public async ValueTask<HeldDetails.Page> Handle(HeldDetails query, CancellationToken ct)
    {
        var held = await db.HeldCertifications.AsNoTracking().Where(h => h.HolderId == current.Actor.UserId).GetAsync(query.Id, ct);
        return new(
            held.Id, held.Version, new HeldText(held.Certification, held.CertificateNumber, held.IssuedOn, held.ExpiresOn),
            held.StateOn(await db.IssuerTodayAsync(held.Certification, clock.GetUtcNow(), ct)), await db.IsHeldInUseAsync(held.Id, ct), HeldDetails.FileLine.Of(held.Files));
    }
}
