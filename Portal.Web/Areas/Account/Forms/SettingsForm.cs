using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Queries;

namespace Portal.Web.Areas.Account.Forms;

public sealed class SettingsForm
{
    public string? DisplayName { get; init; }

    public string? Language { get; init; }

    /// <summary>What the page shows beside the form.</summary>
    [BindNever]
    public MySettings.Settings? Stored { get; set; }

    [BindNever]
    public bool IsSaved { get; init; }

    public static SettingsForm Of(MySettings.Settings stored, bool isSaved) =>
        new() { DisplayName = stored.DisplayName, Language = stored.Language, Stored = stored, IsSaved = isSaved };

    public ChangeSettings ToCommand() => new(DisplayName, Language);
}
