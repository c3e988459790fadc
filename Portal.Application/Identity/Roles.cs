using Portal.Application.Shared;

namespace Portal.Application.Identity;

/// <summary>What a person is at an organisation. A person without a membership is a candidate.</summary>
public enum Role
{
    Candidate, ProgrammeOfficer, DecidingOfficial, RecognitionOfficer, RecognitionReviewer, RecognitionSignatory,
    RecognitionCaseOfficer, RecognitionCaseReviewer, RecognitionAppealOfficer, Auditor, Administrator,
}

/// <summary>Role → permissions, all on one page.</summary>
public static class Roles
{
    public static readonly IReadOnlyDictionary<Role, IReadOnlySet<Permission>> Permissions = new Dictionary<Role, IReadOnlySet<Permission>>
    {
        [Role.Candidate] = Set(Permission.ApplyForFellowship, Permission.AskForRecognition),
        [Role.ProgrammeOfficer] = Set(
            Permission.WriteFellowshipCall,
            Permission.ReadFellowshipCases,
            Permission.ScreenFellowship,
            Permission.DraftAwardList,
            Permission.ReleaseAwards),
        [Role.DecidingOfficial] = Set(Permission.ReadFellowshipCases, Permission.AgreeAwardList),
        [Role.RecognitionOfficer] = Set(
            Permission.ReadRecognition, Permission.DescribeCertifications, Permission.ProposeEquivalence, Permission.AdjudicateEquivalence),
        [Role.RecognitionReviewer] = Set(Permission.ReadRecognition, Permission.ReviewEquivalence),
        [Role.RecognitionSignatory] = Set(Permission.ReadRecognition, Permission.SignEquivalence),
        [Role.RecognitionCaseOfficer] = Set(Permission.ReadRecognitionCases, Permission.AssessRecognitionCase),
        [Role.RecognitionCaseReviewer] = Set(Permission.ReadRecognitionCases, Permission.ReviewRecognitionCase),
        [Role.RecognitionAppealOfficer] = Set(Permission.ReadRecognitionCases, Permission.DecideCaseReview),
        [Role.Auditor] = Set(Permission.ReadFellowshipCases, Permission.ReadRecognition, Permission.ReadRecognitionCases, Permission.ReadHistory),
        [Role.Administrator] = Set(Permission.ManageOrganisations, Permission.InviteMembers, Permission.ManageSystems),
    };

    /// <summary>Roles that a membership can carry.</summary>
    public static readonly IReadOnlyList<Role> OfStaff = 
    [
        Role.ProgrammeOfficer, Role.DecidingOfficial, Role.RecognitionOfficer, Role.RecognitionReviewer, Role.RecognitionSignatory,
        Role.RecognitionCaseOfficer, Role.RecognitionCaseReviewer, Role.RecognitionAppealOfficer, Role.Auditor, Role.Administrator,
    ];

    private static HashSet<Permission> Set(params Permission[] permissions) => [.. permissions];
}
