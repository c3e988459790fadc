using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;

namespace Portal.Web.Areas.Recognition.Forms;

/// <summary>How addresses name what a certification is compared with.</summary>
internal static class OtherSide
{
    public const string Certifications = "certifications", Roles = "roles";

    public static TargetKind Of(string? to) => to == Roles ? TargetKind.WorkRole : TargetKind.Certification;

    public static string? AddressOf(TargetKind kind) => kind == TargetKind.WorkRole ? Roles : null;
}

/// <summary>What a visitor holds and asks about, kept in the address and nowhere else.</summary>
public sealed record FinderForm
{
    public string? Cert { get; init; }

    public string? To { get; init; }

    public int Page { get; init; } = 1;

    public FindEquivalences ToQuery() => new(Searched.Of(Cert) is { } code ? CodeAddress.CodeAt(code) : null, OtherSide.Of(To), Page);
}

public sealed record FinderPage(FinderForm Form, FindEquivalences.Found Found)
{
    public FinderChoices Choices => new(Found.Choices, Found.Held?.Code, Form.To);
}

/// <param name="Held">Code of what is chosen already.</param>
public sealed record FinderChoices(IReadOnlyList<FindEquivalences.Choice> All, string? Held = null, string? To = null);

/// <summary>The window of the matrix, kept in the address.</summary>
public sealed record MatrixForm
{
    /// <summary>On whose side the rows are issued.</summary>
    public Government? From { get; init; }

    public string? To { get; init; }

    public string? Q { get; init; }

    public string? Target { get; init; }

    public string? Category { get; init; }

    public int Column { get; init; } = 1;

    public int Page { get; init; } = 1;

    public Government RowSide => From ?? Government.Japan;

    public TargetKind Kind => OtherSide.Of(To);

    public int Filters => new[] { Q, Target, Kind == TargetKind.WorkRole ? Category : null }.Count(x => !string.IsNullOrWhiteSpace(x));

    public EquivalenceMatrix ToQuery() => new(RowSide, Kind, Searched.Of(Q), Searched.Of(Target), Searched.Of(Category), Column, Page);

    /// <summary>The same search over other columns.</summary>
    public object At(int column) => new { from = From, to = OtherSide.AddressOf(Kind), q = Searched.Of(Q), target = Searched.Of(Target), category = Searched.Of(Category), column };
}

public sealed record MatrixPage(MatrixForm Form, EquivalenceMatrix.Matrix Matrix)
{
    public MatrixTable Table => new(Matrix, Form.RowSide, Form.Kind);
}

public sealed record MatrixTable(EquivalenceMatrix.Matrix Matrix, Government RowSide, TargetKind Kind)
{
    /// <summary>From so many columns on, cells and heads are smaller.</summary>
    private const int CompactFrom = 11;

    public bool IsCompact => Kind == TargetKind.Certification && Matrix.Columns.Count >= CompactFrom;

    public IEnumerable<PublicPair> Pairs => Matrix.Rows.SelectMany(r => r.Pairs.Values);

    public bool HasDemonstration => Pairs.Any(p => p.IsDemonstration);

    /// <summary>Neighbouring columns of one category.</summary>
    public IReadOnlyList<(string? Code, string Title, int Count)> Groups =>
        [.. Matrix.Columns.GroupBy(c => c.Group).Select(g => (g.Key, Matrix.Categories.FirstOrDefault(c => c.Code == g.Key)?.Title ?? "", g.Count()))];
}

public sealed record OverviewPage(FinderChoices Choices, MatrixTable Table);
