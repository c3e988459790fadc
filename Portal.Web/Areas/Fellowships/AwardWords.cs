using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships;

/// <summary>The words of award lists.</summary>
public sealed class AwardWords(Text text)
{
    public string Status(AwardListStatus? status) => text[status is { } known ? $"Fellowships.AwardListStatus.{known}" : "Fellowships.AwardLists.NotBegun"];

    public static StatusKind KindOf(AwardListStatus? status) => status switch
    {
        null => StatusKind.Neutral,
        AwardListStatus.Draft => StatusKind.Info,
        AwardListStatus.Released => StatusKind.Done,
        AwardListStatus.Agreed => StatusKind.Ok,
        _ => StatusKind.Waiting,
    };

    /// <summary>Who must act next, as a sentence: a deciding official of Japan must agree.</summary>
    public string Next(NextKey next) => next.Government is { } government
        ? text[$"Fellowships.AwardList.Next.{next.Step}.{government}"]
        : text[$"Fellowships.AwardList.Next.{next.Step}"];

    /// <summary>What a key was turned on: agreed, or confirmed.</summary>
    public string Turned(TurnedKey key) => text[$"Fellowships.AwardList.Key.{key.Step}.{key.Government}"];
}
