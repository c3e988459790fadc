namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>Where on the editor's page a field of the content stands: the part of the address behind the #.</summary>
internal static class CallFormPlaces
{
    public static string Of(string field) => field switch
    {
        nameof(CallForm.Title) or nameof(CallForm.Summary) or nameof(CallForm.WhoCanApply) or nameof(CallForm.WhatYouGet) => $"{field}_Ja",
        nameof(CallForm.OpensAt) or nameof(CallForm.ClosesAt) => $"{field}_Date",
        nameof(CallForm.Criteria) => "criteria",
        nameof(CallForm.Questions) => "questions",
        _ => field,
    };
}
