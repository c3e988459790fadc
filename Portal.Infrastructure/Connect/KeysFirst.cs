using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Infrastructure.Connect;

/// <summary>Before the protocol takes part in a request, its keys are at hand. Without them it is out of service; pages go on.</summary>
public static class KeysFirst
{
    public static void UseConnectKeys(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!ProtocolPaths.Contain(context.Request.Path)
            || await context.RequestServices.GetRequiredService<ServerKeys>().AreReadyAsync(context.RequestAborted))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    });
}
