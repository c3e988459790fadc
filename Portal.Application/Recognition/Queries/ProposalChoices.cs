using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>What a proposal is made of: the work roles that it may be about.</summary>
public sealed record ProposalChoices : IQuery<IReadOnlyList<NamedCode>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ProposeEquivalence);
}

internal sealed class ProposalChoicesHandler(IPortalDb db) : IQueryHandler<ProposalChoices, IReadOnlyList<NamedCode>>
{
    public async ValueTask<IReadOnlyList<NamedCode>> Handle(ProposalChoices query, CancellationToken ct)
    {
        var newest = (await db.NewestFrameworkAsync(ct))?.Id;
        return await db.Frameworks.Where(f => f.Id == newest).SelectMany(f => f.Elements).Where(e => e.Kind == FrameworkElementKind.WorkRole)
            .OrderBy(e => e.Code).Select(e => new NamedCode(e.Code, e.Title, null)).ToListAsync(ct);
    }
}
