using System.Text.Json.Serialization;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Records the claims of a file that was checked: the very file, and what the check said.</summary>
/// <param name="Only">The version of a certification whose page the file was given to; null: any.</param>
public sealed record ImportClaims(Guid? Only, string FileHash, ClaimCounts Counts, [property: JsonIgnore] Stream File) : ICommand<Result<ClaimCounts>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class ImportClaimsHandler(IClaimFiles files, ICurrentActor current) : ICommandHandler<ImportClaims, Result<ClaimCounts>>
{
    public async ValueTask<Result<ClaimCounts>> Handle(ImportClaims command, CancellationToken ct)
    {
        var check = await files.CheckAsync(command.File, command.Only, current.Actor, ct);
        if (check.FileHash != command.FileHash)
        {
            throw new RefusedException(new Error("Recognition.ClaimImport.OtherFile", nameof(command.File)));
        }

        if (check.Problems.Count > 0 || check.Counts != command.Counts)
        {
            throw new StaleException();
        }

        await files.ApplyAsync(command.File, command.Only, check, current.Actor, ct);
        return check.Counts;
    }
}
