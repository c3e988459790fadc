using Portal.Application.Shared;

namespace Portal.Web.Infrastructure;

/// <summary>A link of the header or footer. The path has no language: the layout adds it. Without a permission everyone sees it.</summary>
public sealed record NavigationEntry(string Key, string Path, Permission? Permission = null);

/// <summary>Where the current person can go.</summary>
public interface INavigation
{
    IReadOnlyList<NavigationEntry> Sections { get; }

    IReadOnlyList<NavigationEntry> Footer { get; }
}

public sealed class Navigation(IEnumerable<NavigationEntry> sections, Predicate<Permission> holds) : INavigation
{
    public IReadOnlyList<NavigationEntry> Sections { get; } = [.. sections.Where(x => x.Permission is not { } permission || holds(permission))];

    public IReadOnlyList<NavigationEntry> Footer { get; } =
    [
        new("Shared.Footer.Accessibility", "/accessibility"),
        new("Shared.Footer.Privacy", "/privacy"),
        new("Shared.Footer.Help", "/help"),
        new("Shared.Footer.Security", SecurityContact.Page),
    ];
}
