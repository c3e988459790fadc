using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Recognition.Forms;

/// <summary>What is looked for among the equivalences, kept in the address.</summary>
public sealed record EquivalenceForm
{
    public string? Certification { get; init; }

    public Government? Side { get; init; }

    public int Page { get; init; } = 1;

    public int Filters => (string.IsNullOrWhiteSpace(Certification) ? 0 : 1) + (Side is null ? 0 : 1);

    public ListEquivalences ToQuery() => new(new EquivalenceFilter(Searched.Of(Certification)?.Trim(), Side), Page);
}

public sealed record EquivalencesPage(EquivalenceForm Form, ListEquivalences.Listing Found);

/// <summary>Whose computed coverage is looked for, kept in the address.</summary>
public sealed record CoverageForm
{
    public string? Certification { get; init; }

    public string? Target { get; init; }

    public int Page { get; init; } = 1;

    public int Filters => (Searched.Of(Certification) is null ? 0 : 1) + (Searched.Of(Target) is null ? 0 : 1);

    public ListCoverage ToQuery() => new(Searched.Of(Certification)?.Trim(), Searched.Of(Target)?.Trim(), Page);
}

public sealed record CoveragePage(CoverageForm Form, ListCoverage.Listing Found);

public sealed class ProposeForm
{
    /// <summary>Codes, one in each line.</summary>
    public string? Source { get; init; }

    public SourceOperator Operator { get; init; }

    public TargetKind Kind { get; init; }

    public string? Target { get; init; }

    public string? Scope { get; init; }

    /// <summary>The work roles that there are.</summary>
    [BindNever]
    public IReadOnlyList<NamedCode> Roles { get; set; } = [];

    /// <summary>A pair that was found in a list; a work role is its own scope.</summary>
    public static ProposeForm For(string? source, TargetKind kind, string? target) =>
        new() { Source = source, Kind = kind, Target = target, Scope = kind == TargetKind.WorkRole ? target : null };

    public ProposeEquivalence ToCommand()
    {
        var codes = Lines.Of(Source);
        var source = codes switch
        {
            [var one] => EquivalenceSource.Of(one),
            _ when Operator == SourceOperator.Any => EquivalenceSource.Any(codes),
            _ => EquivalenceSource.All(codes),
        };
        return new(source, new Target(Kind, CleanText.Line(Target)), Lines.Of(Scope));
    }
}

public sealed class FiguresForm
{
    public Guid? RequirementSetId { get; init; }

    public string? Scope { get; init; }

    public ComputeFigures ToCommand(Guid id) => new(id, RequirementSetId, Lines.Of(Scope));
}

public sealed record DeskPage(EquivalenceOnDesk.Page Case, FiguresForm Form)
{
    /// <summary>Why it is dropped, as typed.</summary>
    public string? Reason { get; init; }

    /// <summary>Of the report's lines.</summary>
    public int Page { get; init; } = 1;

    public bool Can(EquivalenceStep step) => Case.Steps.Contains(step);

    public static DeskPage Of(EquivalenceOnDesk.Page page, FiguresForm? typed) =>
        new(page, typed ?? new FiguresForm { RequirementSetId = page.Report?.RequirementSetId, Scope = string.Join('\n', page.Scope.Select(s => s.Code)) });
}

internal static class Lines
{
    /// <summary>What is typed line by line, or with commas between.</summary>
    public static IReadOnlyList<string> Of(string? text) =>
        [.. CleanText.Prose(text).Split('\n', ',', '、', '，').Select(CleanText.Line).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)];
}
