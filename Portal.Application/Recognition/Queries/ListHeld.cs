using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The person's own certifications, and what can be asked for with them today.</summary>
public sealed record ListHeld : IQuery<ListHeld.Page>, IPortalMessage
{
    public const int Most = 100;

    public static Access Access => Access.Holding(Permission.AskForRecognition);

    public sealed record Page(IReadOnlyList<Row> Rows, IReadOnlyList<RecognitionOffer> Offers);

    public sealed record Row(Guid Id, NamedCode Certification, string Number, DateOnly IssuedOn, DateOnly? ExpiresOn, HeldState State, int Files);
}

internal sealed class ListHeldHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ListHeld, ListHeld.Page>
{
    public async ValueTask<ListHeld.Page> Handle(ListHeld query, CancellationToken ct)
    {
        var (me, now) = (current.Actor.UserId, clock.GetUtcNow());
        var held = await db.HeldCertifications.AsNoTracking().Where(h => h.HolderId == me).OrderBy(h => h.Certification).ThenBy(h => h.Id).Take(ListHeld.Most).ToListAsync(ct);
        var codes = held.Select(h => h.Certification).ToHashSet();
        var known = await db.Certifications.AsNoTracking().Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, ct);
        ListHeld.Row Row(HeldCertification h) => new(
            h.Id, new NamedCode(h.Certification, known.GetValueOrDefault(h.Certification)?.NameEn ?? h.Certification, known.GetValueOrDefault(h.Certification)?.NameJa),
            h.CertificateNumber, h.IssuedOn, h.ExpiresOn, h.StateOn(IssuerDays.Today(known.GetValueOrDefault(h.Certification)?.IssuerCountry, now)), h.Files.Count);
        return new([.. held.Select(Row)], codes.Count == 0 ? [] : await db.RecognitionOffersAsync(codes, null, now, ct));
    }
}
