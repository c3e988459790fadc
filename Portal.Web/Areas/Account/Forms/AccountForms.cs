using Portal.Infrastructure.Federation;

namespace Portal.Web.Areas.Account.Forms;

public sealed class RegisterForm
{
    public string? Name { get; init; }

    public string? Address { get; init; }

    public string? Password { get; init; }
}

public sealed class OutsideRegisterForm
{
    public string? Name { get; init; }

    public string? Address { get; init; }

    /// <summary>Drawn, never read: through whom the person comes.</summary>
    internal OutsideProvider? Provider { get; set; }
}

public sealed class SignInForm
{
    public string? Address { get; init; }

    public string? Password { get; init; }

    public string? ReturnUrl { get; init; }
}

/// <summary>Id and token come with the mailed link.</summary>
public sealed class ConfirmMailForm
{
    public Guid Id { get; init; }

    public string? Token { get; init; }

    public string? Password { get; init; }

    /// <summary>Drawn, never read: without one the account was made through an outside provider.</summary>
    internal bool HasPassword { get; set; }
}

public sealed class ForgotPasswordForm
{
    public string? Address { get; init; }
}

/// <summary>Id and token come with the mailed link.</summary>
public sealed class ResetPasswordForm
{
    public Guid Id { get; init; }

    public string? Token { get; init; }

    public string? Password { get; init; }
}

public sealed class ChangePasswordForm
{
    public string? Current { get; init; }

    public string? Password { get; init; }
}
