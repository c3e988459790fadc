using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Records how a statement of one framework version covers a statement of another.</summary>
/// <param name="From">Identifier of the framework version of the subject.</param>
/// <param name="To">Identifier of the framework version of the target.</param>
public sealed record RecordMapping(string From, string To, string Subject, string Target, MappingText Mapping) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class RecordMappingValidator : AbstractValidator<RecordMapping>
{
    public RecordMappingValidator()
    {
        RuleFor(x => x.Mapping.Facet).Must(f => CleanText.Line(f).Length <= StatementMapping.FacetLength && !CleanText.HasForbidden(f ?? "")).WithErrorCode("Recognition.Mapping.FacetTooLong");
        RuleFor(x => x.Mapping.Justification)
            .Must(j => CleanText.Prose(j).Trim().Length is > 0 and <= StatementMapping.JustificationLength && !CleanText.HasForbidden(CleanText.Prose(j)))
            .WithErrorCode("Recognition.Mapping.JustificationMissing");
    }
}

internal sealed class RecordMappingHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<RecordMapping, Result>
{
    public async ValueTask<Result> Handle(RecordMapping command, CancellationToken ct)
    {
        var (from, to) = await db.FrameworkPairAsync(command.From, command.To, ct);
        var subject = await StatementAsync(from.Id, command.Subject, nameof(command.Subject), ct);
        var target = await StatementAsync(to.Id, command.Target, nameof(command.Target), ct);
        // A contradiction may come about over several versions, so all mappings are looked at.
        var sets = await db.MappingSets.Include(s => s.Mappings).ToListAsync(ct);
        var set = sets.Find(s => s.SubjectFrameworkId == from.Id && s.TargetFrameworkId == to.Id);
        if (set is null)
        {
            set = MappingSet.Between(from.Id, to.Id, current.Actor);
            db.MappingSets.Add(set);
        }

        set.Add(subject, target, command.Mapping, [.. sets.Where(s => s != set).SelectMany(s => s.Qualified())], current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }

    private async Task<FrameworkElement> StatementAsync(Guid frameworkId, string typed, string field, CancellationToken ct)
    {
        var code = CleanText.Latin(typed).ToUpperInvariant();
        return await db.Frameworks.Where(f => f.Id == frameworkId).SelectMany(f => f.Elements).AsNoTracking().FirstOrDefaultAsync(e => e.Code == code, ct)
            ?? throw new RefusedException(new Error("Recognition.Claim.UnknownStatement", field, new Dictionary<string, object?> { ["Statement"] = code }));
    }
}
