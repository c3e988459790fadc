using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OpenIddict.Validation.AspNetCore;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// The authentication middleware makes every scheme that may answer requests, on every request. Away from the protocol there is none:
/// a page neither pays for the server nor makes it at the first start. The API knows bearer tokens only.
/// </summary>
internal sealed class ProtocolSchemes(IOptions<AuthenticationOptions> options, IHttpContextAccessor http) : AuthenticationSchemeProvider(options)
{
    private PathString Path => http.HttpContext?.Request.Path ?? default;

    private bool IsApi => Path.StartsWithSegments(ProtocolPaths.Api, StringComparison.OrdinalIgnoreCase);

    public override Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() =>
        ProtocolPaths.Contain(Path) ? base.GetRequestHandlerSchemesAsync() : Task.FromResult<IEnumerable<AuthenticationScheme>>([]);

    public override Task<AuthenticationScheme?> GetDefaultAuthenticateSchemeAsync() => IsApi ? BearerAsync() : base.GetDefaultAuthenticateSchemeAsync();

    public override Task<AuthenticationScheme?> GetDefaultChallengeSchemeAsync() => IsApi ? BearerAsync() : base.GetDefaultChallengeSchemeAsync();

    public override Task<AuthenticationScheme?> GetDefaultForbidSchemeAsync() => IsApi ? BearerAsync() : base.GetDefaultForbidSchemeAsync();

    private Task<AuthenticationScheme?> BearerAsync() => GetSchemeAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
}
