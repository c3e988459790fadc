using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;

namespace Portal.Web.Areas.Recognition.Forms;

/// <summary>What is looked for in the catalogue, kept in the address.</summary>
public sealed record CatalogueForm
{
    public string? Q { get; init; }

    public string? Country { get; init; }

    public int Page { get; init; } = 1;

    public int Filters => new[] { Q, Country }.Count(x => !string.IsNullOrWhiteSpace(x));

    public ListCertifications ToQuery() => new(Searched.Of(Q), Searched.Of(Country), Page);
}

public sealed record CataloguePage(CatalogueForm Form, ListCertifications.Found Found);

/// <summary>The window of the matrix, kept in the address.</summary>
public sealed record PlacementForm
{
    public string? Category { get; init; }

    public string? Q { get; init; }

    public Proficiency? Level { get; init; }

    public int Columns { get; init; } = 1;

    public int Page { get; init; } = 1;

    public int Filters => (string.IsNullOrWhiteSpace(Q) ? 0 : 1) + (Level is null ? 0 : 1);

    public PlacementMatrix ToQuery() => new(string.IsNullOrWhiteSpace(Category) ? null : Category, Searched.Of(Q), Level, Columns, Page);

    /// <summary>The same search in another category.</summary>
    public object In(string category) => new { category, q = Searched.Of(Q), level = Level };

    public object At(int columns) => new { category = Category, q = Searched.Of(Q), level = Level, columns };
}

public sealed record PlacementPage(PlacementForm Form, PlacementMatrix.Matrix Matrix);

public sealed record ComparisonPage(FrameworkChange Change, CompareFrameworks.Comparison Found);

internal static class Searched
{
    private const int Longest = 100;

    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) || CleanText.HasForbidden(text) ? null : text[..Math.Min(text.Length, Longest)];
}
