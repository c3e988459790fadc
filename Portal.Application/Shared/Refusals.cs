namespace Portal.Application.Shared;

/// <summary>The thing does not exist, or the person may not know that it does: both answer 404.</summary>
public sealed class NotFoundException() : Exception("Not found");

/// <summary>The person knows of the thing but may not do this: 403.</summary>
/// <param name="subject">The case whose history keeps the refusal; null when there is none.</param>
public sealed class ForbiddenException(Aggregate? subject = null) : Exception("Forbidden")
{
    public Aggregate? Subject { get; } = subject;
}

/// <summary>The person may do this, but must prove anew who they are: leads to the page for that.</summary>
public sealed class FreshProofRequiredException() : Exception("Fresh proof required");

/// <summary>A rule of the domain says no, and the person can do something about it: becomes an error of the <see cref="Result"/>.</summary>
public sealed class RefusedException(Error error, Aggregate? subject = null) : Exception(error.Code)
{
    public RefusedException(string code, Aggregate? subject = null) : this(new Error(code), subject) { }

    public Error Error { get; } = error;

    /// <summary>The case whose history keeps the refusal; null for everyday ones.</summary>
    public Aggregate? Subject { get; } = subject;
}

/// <summary>Somebody else changed the same thing first.</summary>
public sealed class StaleException() : Exception("Stale")
{
    public const string Code = "Shared.Stale";
}
