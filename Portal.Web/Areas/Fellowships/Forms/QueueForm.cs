using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Fellowships.Forms;

public enum QueueSort { Due, Number, Name }

/// <summary>The work queue's tab, filters, order and page, kept in the address.</summary>
public sealed record QueueForm
{
    private const int MaxQ = 100;

    public CaseTab Tab { get; init; }

    public string? Q { get; init; }

    public Guid? Call { get; init; }

    public FellowshipApplicationStatus? Status { get; init; }

    public DateOnly? Due { get; init; }

    public QueueSort Sort { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>People are sorted by reading in Japanese and by Latin name in English.</summary>
    public ListCases ToQuery() => new(Tab, new CaseFilter(Q?[..Math.Min(Q.Length, MaxQ)], Call, Status, Due), Sort switch
    {
        QueueSort.Number => CaseSort.Number,
        QueueSort.Name => PageLanguage.Current == "ja" ? CaseSort.NameJa : CaseSort.NameEn,
        _ => CaseSort.Due,
    }, Page);

    public int Filters => new object?[] { string.IsNullOrWhiteSpace(Q) ? null : Q, Call, Status, Due }.Count(x => x is not null);

    /// <summary>The same cases of another tab. A status lives in one tab, so it stays behind.</summary>
    public QueueForm In(CaseTab tab) => this with { Tab = tab, Status = null, Page = 1 };

    public QueueForm By(QueueSort sort) => this with { Sort = sort, Page = 1 };

    public QueueForm WithoutFilters => new() { Tab = Tab, Sort = Sort };

    /// <summary>What stands in the address; what is usual is left out.</summary>
    public object Address => new
    {
        tab = Tab == default ? null : Tab.ToString(),
        q = string.IsNullOrWhiteSpace(Q) ? null : Q,
        call = Call,
        status = Status,
        due = Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        sort = Sort == default ? null : Sort.ToString(),
    };
}

public sealed record QueuePage(QueueForm Form, ListCases.Queue Found);
