using Microsoft.AspNetCore.HttpOverrides;

namespace Portal.Web.Infrastructure;

/// <summary>Who stands before us, and how the outside calls us.</summary>
internal static class Proxies
{
    public const string PublicOriginSetting = "Portal:PublicOrigin", NetworksSetting = "Proxy:KnownNetworks";

    /// <summary>Forwarded headers count only from the networks that the operator names: anybody can write such a header.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var networks = app.Configuration.GetSection(NetworksSetting).Get<string[]>() ?? [];
        if (networks.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }

        app.UseForwardedHeaders(options);
    }

    /// <summary>Absolute addresses and the Secure flag follow the public origin, whatever the proxy in between speaks.</summary>
    public static void UsePublicOrigin(this WebApplication app)
    {
        if (Uri.TryCreate(app.Configuration[PublicOriginSetting], UriKind.Absolute, out var origin))
        {
            app.Use((context, next) =>
            {
                context.Request.Scheme = origin.Scheme;
                context.Request.Host = HostString.FromUriComponent(origin);
                return next(context);
            });
        }
    }
}
