namespace Portal.Application.Shared;

/// <summary>The person behind this request, with the rights in force now.</summary>
public interface ICurrentActor
{
    Actor Actor { get; }
}

/// <summary>What is being done in this scope: written into every audit entry.</summary>
public interface ICurrentOperation
{
    /// <summary>The message's name, for example <c>SubmitApplication</c>.</summary>
    string? Name { get; set; }

    string? Reason { get; set; }

    /// <summary>The id that a form carries so that sending it twice has one effect; null outside forms.</summary>
    Guid? Id { get; }

    /// <summary>When the first byte of the request came in. Deadlines with a grace look at this (S-47).</summary>
    DateTimeOffset BegunAt { get; }
}

/// <summary>Remembers operations, so that a double click, the back button or a client's retry has one effect and gets the same answer .</summary>
public interface IOperationLog
{
    /// <summary>Runs the work in one transaction, unless this actor's operation was done before: then its stored answer comes back.</summary>
    /// <param name="contentHash">Hash of the command; the same id with another content is refused.</param>
    Task<TResult> OnceAsync<TResult>(string contentHash, Func<Task<TResult>> work, CancellationToken ct)
        where TResult : IResult<TResult>;
}

/// <summary>Sends a mail in the recipient's own language from the templates of <c>Mail.resx</c>. Called by notification handlers only, so that mail always follows a commit.</summary>
public interface IMailer
{
    /// <param name="personId">The recipient; address and language come from the directory of people.</param>
    /// <param name="template">Text key, for example <c>Mail.Fellowships.Submitted</c>; subject and body hang below it.</param>
    /// <param name="slots">An object whose properties fill the named holes. Bilingual texts, instants and deadlines are shown in the recipient's language. Text is always encoded.</param>
    /// <param name="path">The page to open, below the language, for example <c>/Fellowships/Applications/Status/…</c>.</param>
    Task SendAsync(Guid personId, string template, object slots, string path, CancellationToken ct);

    /// <summary>The same to an address without an account: invitations.</summary>
    Task SendToAddressAsync(string address, string language, string template, object slots, string path, CancellationToken ct);
}

/// <summary>Writes what no save writes: that somebody read a personal file, and refusals worth keeping.</summary>
public interface IAuditLog
{
    Task ViewedAsync(Aggregate subject, CancellationToken ct);

    Task RefusedAsync(Aggregate subject, string code, CancellationToken ct);
}

/// <summary>Secrets for mailed links: made when the mail is written, never stored. Reading one changes nothing; only the button on the page spends it.</summary>
public interface ILinkTokens
{
    string Create(string purpose, string value);

    /// <summary>The value, or null when the token is not ours, is for another purpose, or was changed.</summary>
    string? Read(string purpose, string token);
}
