using System.Text.Json.Serialization;
using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Stores one file of an application at once, so that no other answer's fault can lose it.</summary>
/// <param name="Content">The bytes; must be able to seek.</param>
public sealed record UploadDocument(
    Guid Id, ApplicationSectionKind Section, string FieldKey, string FileName, string? DeclaredType, long Length, [property: JsonIgnore] Stream Content)
    : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);
}

internal sealed class UploadDocumentHandler(
    IPortalDb db, IFileStore files, IFileInspector inspector, ICurrentActor current, ICurrentOperation operation, TimeProvider clock, FellowshipSettings settings)
    : ICommandHandler<UploadDocument, Result>
{
    public async ValueTask<Result> Handle(UploadDocument command, CancellationToken ct)
    {
        var (application, call) = await db.OwnFellowshipCaseAsync(command.Id, current.Actor, ct);
        var field = new ApplicationForm(call.Content, application.SendingGovernment).Find(command.Section, command.FieldKey);
        if (field is not { Kind: FieldKind.File })
        {
            throw new NotFoundException();
        }

        var verdict = inspector.Inspect(command.Content, command.FileName, command.DeclaredType);
        if (verdict.RefusalCode is { } code)
        {
            throw new RefusedException(new Error(code, field.Key, FileRefusals.Slots(command.FileName)));
        }

        var now = clock.GetUtcNow();
        await using var clean = inspector.WithoutPersonalMetadata(command.Content, verdict.Kind!.Value);
        var stored = await files.SaveAsync(clean, ct);
        application.AddDocument(
            field, CleanText.FileName(command.FileName), verdict.Kind.Value, stored,
            application.IsOnTime(call, operation.BegunAt, now, settings.Grace), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
