using System.Globalization;

namespace Portal.Web.Infrastructure;

/// <summary>Where somebody who found a weakness is heard (S-52): <c>/.well-known/security.txt</c> as RFC 9116 has it, and the page that it names.</summary>
internal static class SecurityContact
{
    public const string Page = "/security", MailSetting = "Portal:SecurityContactMail", GeneralSetting = "Portal:ContactMail";

    private const string File = "/.well-known/security.txt";

    /// <summary>Less than a year, as RFC 9116, 2.5.5 recommends; each day says another one.</summary>
    private const int DaysOfValidity = 180;

    /// <summary>The mail address; null when the operator has named none.</summary>
    public static string? Of(IConfiguration settings) =>
        new[] { settings[MailSetting], settings[GeneralSetting] }.FirstOrDefault(x => !string.IsNullOrWhiteSpace(x));

    public static void MapSecurityContact(this IEndpointRouteBuilder app) => app.MapGet(File, Write).AllowAnonymous();

    private static IResult Write(HttpRequest request, IConfiguration settings, TimeProvider clock)
    {
        if (Of(settings) is not { } mail)
        {
            return Results.NotFound();
        }

        var expires = clock.GetUtcNow().UtcDateTime.Date.AddDays(DaysOfValidity);
        string[] lines =
        [
            $"Contact: mailto:{mail}",
            string.Create(CultureInfo.InvariantCulture, $"Expires: {expires:yyyy-MM-ddTHH:mm:ssZ}"),
            "Preferred-Languages: ja, en",
            $"Canonical: {PageLanguage.Absolute(request, File)}",
            .. PageLanguage.All.Select(language => $"Policy: {PageLanguage.Absolute(request, $"/{language}{Page}")}"),
        ];
        return Results.Text(string.Join('\n', lines) + "\n", "text/plain; charset=utf-8");
    }
}
