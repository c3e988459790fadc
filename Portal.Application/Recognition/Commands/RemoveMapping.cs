using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Takes back a mapping between two statements. Reports that were computed with it stay as they are.</summary>
/// <param name="Id">Of the set of mappings.</param>
public sealed record RemoveMapping(Guid Id, Guid MappingId) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class RemoveMappingHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<RemoveMapping, Result>
{
    public async ValueTask<Result> Handle(RemoveMapping command, CancellationToken ct)
    {
        var set = await db.MappingSets.Include(s => s.Mappings).GetAsync(command.Id, ct);
        set.Remove(command.MappingId, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
