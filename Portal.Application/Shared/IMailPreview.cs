namespace Portal.Application.Shared;

/// <summary>A mail as its recipient would read it, without sending it: for the rehearsal of a release.</summary>
public interface IMailPreview
{
    /// <param name="slots">As for <see cref="IMailer"/>.</param>
    (string Subject, string Text) Render(string template, string language, object slots);
}
