using Portal.Application.Shared;

namespace Portal.Web.Infrastructure;

/// <summary>Every section of the header and who sees it.</summary>
internal static class PortalSections
{
    private static readonly NavigationEntry[] s_all =
    [
        new("Shared.Nav.Fellowships", "/Fellowships/Calls"),
        new("Shared.Nav.Recognition", "/Recognition"),
        new("Shared.Nav.MyApplications", "/Fellowships/Applications", Permission.ApplyForFellowship),
        new("Shared.Nav.MyRecognition", "/Recognition/Requests", Permission.AskForRecognition),
        new("Shared.Nav.Work", "/Fellowships/Cases", Permission.ReadFellowshipCases),
        new("Shared.Nav.AwardLists", "/Fellowships/AwardLists", Permission.ReadFellowshipCases),
        new("Shared.Nav.CallDesk", "/Fellowships/CallDesk", Permission.WriteFellowshipCall),
        new("Shared.Nav.Equivalences", "/Recognition/Equivalences", Permission.ReadRecognition),
        new("Shared.Nav.CaseDesk", "/Recognition/CaseDesk", Permission.ReadRecognitionCases),
        new("Shared.Nav.Organisations", "/Identity/Organisations", Permission.ManageOrganisations),
        new("Shared.Nav.Members", "/Identity/Members", Permission.InviteMembers),
        new("Shared.Nav.Systems", "/Identity/Systems", Permission.ManageSystems),
        new("Shared.Nav.History", "/Reporting/History", Permission.ReadHistory),
    ];

    public static Navigation For(Actor actor) => new(s_all, actor.Has);
}
