using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>What a file of claims would do. Nothing is written.</summary>
/// <param name="Only">The version of a certification whose page the file was given to; null: any.</param>
public sealed record CheckClaims(Guid? Only, Stream File) : IQuery<ClaimCheck>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class CheckClaimsHandler(IClaimFiles files, ICurrentActor current) : IQueryHandler<CheckClaims, ClaimCheck>
{
    public async ValueTask<ClaimCheck> Handle(CheckClaims query, CancellationToken ct) => await files.CheckAsync(query.File, query.Only, current.Actor, ct);
}
