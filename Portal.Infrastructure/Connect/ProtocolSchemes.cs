using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// The authentication middleware makes every scheme that may answer requests, on every request. Away from the protocol there is none:
/// a page neither pays for the server nor makes it at the first start.
/// </summary>
internal sealed class ProtocolSchemes(IOptions<AuthenticationOptions> options, IHttpContextAccessor http) : AuthenticationSchemeProvider(options)
{
    public override Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() =>
        http.HttpContext is { } context && ProtocolPaths.Contain(context.Request.Path) ? base.GetRequestHandlerSchemesAsync() : Task.FromResult<IEnumerable<AuthenticationScheme>>([]);
}
