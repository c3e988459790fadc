namespace Portal.Web.Areas.Account.Forms;

/// <summary>What the browser's passkey answered to an offer.</summary>
public sealed class PasskeyForm
{
    public Guid Offer { get; init; }

    public string? Credential { get; init; }

    /// <summary>Of a new passkey.</summary>
    public string? Name { get; init; }

    public string? ReturnUrl { get; init; }
}

public sealed class CodeForm
{
    public string? Code { get; init; }

    public string? ReturnUrl { get; init; }
}

/// <summary>The token comes with the mailed link.</summary>
public sealed class RecoveryForm
{
    public string? Token { get; init; }

    public string? Password { get; init; }
}

public sealed class ConfirmForm
{
    public string? Password { get; init; }

    public string? Code { get; init; }

    public string? ReturnUrl { get; init; }

    /// <summary>Drawn, never read: the account asks for a code too.</summary>
    internal bool NeedsCode { get; set; }

    /// <summary>Drawn, never read: the person signs for a government.</summary>
    internal bool Signs { get; set; }
}
