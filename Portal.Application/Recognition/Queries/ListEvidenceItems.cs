using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The items of evidence about a certification, restricted ones included.</summary>
public sealed record ListEvidenceItems(string Certification) : IQuery<ListEvidenceItems.Listing>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReadRecognition);

    public sealed record Listing(string Certification, IReadOnlyList<Row> Rows, bool CanWrite);

    /// <param name="Version">Token of the record.</param>
    public sealed record Row(Guid Id, string Code, EvidenceItemText Text, long Version, DateTimeOffset? WithdrawnAt);
}

internal sealed class ListEvidenceItemsHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<ListEvidenceItems, ListEvidenceItems.Listing>
{
    public async ValueTask<ListEvidenceItems.Listing> Handle(ListEvidenceItems query, CancellationToken ct)
    {
        var certification = await db.CertificationAsync(query.Certification, ct);
        var items = await db.EvidenceItems.AsNoTracking().Where(i => i.CertificationId == certification.Id).OrderBy(i => i.Code).Take(EvidenceItems.Most).ToListAsync(ct);
        return new(certification.Code, items.ConvertAll(i => new ListEvidenceItems.Row(i.Id, i.Code, i.AsText(), i.Version, i.WithdrawnAt)), current.Actor.Has(Permission.DescribeCertifications));
    }
}
