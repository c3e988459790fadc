namespace Portal.Web.Infrastructure;

/// <summary>The signed-in person as the header shows them: the name in the page's order, and the office they act for.</summary>
public sealed record SignedInPerson(string Name, string? Office);

/// <summary>What the frame around every page says about the request. Paths have no language: the layout adds it.</summary>
public interface IPageFrame
{
    SignedInPerson? Person { get; }

    /// <summary>True when the database holds the demonstration world, so that no one takes it for real.</summary>
    bool IsDemo { get; }

    string SignInPath { get; }

    string SignOutPath { get; }

    /// <summary>The person's own settings.</summary>
    string AccountPath { get; }

    /// <summary>Answers how long the session lasts; null switches the warning off.</summary>
    string? SessionPath { get; }
}
