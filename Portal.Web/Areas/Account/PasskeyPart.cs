namespace Portal.Web.Areas.Account;

/// <summary>A form that the page's script fills with a passkey's answer. Without script it stays hidden, and the password beside it serves.</summary>
/// <param name="Kind">"get" to sign in, "create" for a new passkey.</param>
/// <param name="Offer">Where the script asks for the challenge.</param>
public sealed record PasskeyPart(string Kind, string Action, string Offer, string Button, string? ReturnUrl = null, string? Name = null);
