using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The certifications that a holder picks from, by code.</summary>
public sealed record CertificationChoices : IQuery<IReadOnlyList<NamedCode>>, IPortalMessage
{
    public const int Most = 1000;

    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class CertificationChoicesHandler(IPortalDb db) : IQueryHandler<CertificationChoices, IReadOnlyList<NamedCode>>
{
    public async ValueTask<IReadOnlyList<NamedCode>> Handle(CertificationChoices query, CancellationToken ct) =>
        await db.Certifications.AsNoTracking().OrderBy(c => c.Code).Take(CertificationChoices.Most).Select(c => new NamedCode(c.Code, c.NameEn, c.NameJa)).ToListAsync(ct);
}
