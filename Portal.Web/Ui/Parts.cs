namespace Portal.Web.Ui;

/// <summary>A parent page in the breadcrumb.</summary>
public sealed record Crumb(string Text, string Href);

public sealed record StepLink(string Text, string? Href, string? Status = null, bool IsCurrent = false);

public sealed record ErrorLink(string? FieldId, string Message);

public sealed record EmptyState(string Heading, string Text)
{
    public string? ActionText { get; init; }

    public string? ActionHref { get; init; }
}

/// <summary>A stored or refused file; the texts are localized.</summary>
public sealed record FileRow(string Name, string Size, StatusKind Kind, string Status)
{
    public string? Href { get; init; }

    /// <summary>The page that asks before it removes.</summary>
    public string? RemoveHref { get; init; }

    public string? Hash { get; init; }
}

public sealed record Fact(string Label, string Value)
{
    public string? Lang { get; init; }
}

/// <summary>Asks before an act, under a heading that names the act and the thing: which effect, and a safe way out. Works without script.</summary>
public sealed record ConfirmPage(string Effect, string ActionText, string CancelHref)
{
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public FieldModel? Reason { get; init; }

    public IReadOnlyDictionary<string, string> Hidden { get; init; } = new Dictionary<string, string>();

    public bool IsDanger { get; init; }
}

public sealed record ConfirmDialog(string Id, string Heading, string Effect, string ActionText);

/// <summary>Two versions of one form after a lost race; the person keeps one of each answer.</summary>
public sealed record Compare(IReadOnlyList<CompareRow> Rows)
{
    public string? MineNote { get; init; }

    public string? TheirsNote { get; init; }
}

/// <summary>Posts <c>Keep[Name]</c> with <c>mine</c> or <c>theirs</c>.</summary>
public sealed record CompareRow(string Name, string Label, string Mine, string Theirs)
{
    public string? Lang { get; init; }

    public bool IsSame => string.Equals(Mine, Theirs, StringComparison.Ordinal);
}

/// <summary>A deadline in words, the official zone first.</summary>
public sealed record DeadlineStrip(string Label, TimePair Times, string Left)
{
    public string? CalendarHref { get; init; }
}

/// <param name="Button">Name under which a form's buttons post the page; null: links lead there.</param>
public sealed record PageLinks(int Page, int Pages, Func<int, string> Href, string? Button = null)
{
    /// <summary>First, last and the neighbours; zero stands for a gap.</summary>
    public IEnumerable<int> Shown
    {
        get
        {
            var last = 0;
            foreach (var page in Enumerable.Range(1, Pages).Where(x => x == 1 || x == Pages || Math.Abs(x - Page) <= 1))
            {
                if (page > last + 1)
                    yield return 0;

                yield return last = page;
            }
        }
    }
}

/// <summary>An instant in words, in its official zone and perhaps in the other government's; <c>Machine</c> is ISO 8601 with offset.</summary>
public sealed record TimePair(string Official, string? Other, string Machine);

public sealed record TaskLine(string Id, string Name, string? Href, string? Sub, StatusKind Kind, string Status);

public sealed record TimelineEvent(string Title, TimePair? At, string? Who, StatusKind Kind, Microsoft.AspNetCore.Html.IHtmlContent Body);

public sealed record SessionDialog(string Href, string SignInHref);

public sealed record CompareSide(CompareRow Row, string Side, string Text, string? Note)
{
    public string Id => $"keep-{Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(Row.Name, "_")}-{Side}";
}
