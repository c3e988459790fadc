namespace Portal.Application.Shared;

/// <summary>What a role allows, whatever the case. Who holds what stands in <c>Identity/Roles.cs</c>; where it counts stands in the workflow tables.</summary>
public enum Permission
{
    ApplyForFellowship,
    WriteFellowshipCall,
    ReadFellowshipCases,
    ScreenFellowship,
    DraftAwardList,
    AgreeAwardList,
    ReleaseAwards,
    ReadRecognition,
    DescribeCertifications,
    ProposeEquivalence,
    ReviewEquivalence,
    AdjudicateEquivalence,
    SignEquivalence,
    AskForRecognition,
    ReadRecognitionCases,
    AssessRecognitionCase,
    ReviewRecognitionCase,
    DecideCaseReview,
    ManageOrganisations,
    InviteMembers,
    ManageSystems,
    ReadHistory,
    RunClock,
}
