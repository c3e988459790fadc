using Portal.Application.Shared;

namespace Portal.Web.Ui;

/// <summary>One public text in both languages, each with the mark of its reviewer.</summary>
public sealed record PublicTextForm
{
    public string? Ja { get; init; }

    public bool JaReviewed { get; init; }

    public string? En { get; init; }

    public bool EnReviewed { get; init; }

    public static PublicTextForm Of(ReviewedText text) =>
        new() { Ja = text.Ja, JaReviewed = text.JaReviewed, En = text.En, EnReviewed = text.EnReviewed };

    public ReviewedText ToText() => new ReviewedText(Ja ?? "", En ?? "", JaReviewed, EnReviewed).Cleaned();
}
