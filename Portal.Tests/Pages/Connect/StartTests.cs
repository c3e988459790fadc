using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Validation;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Connect;

/// <summary>The OpenID Connect server costs a page nothing: it is made by the first request that needs it.</summary>
public sealed class StartTests(PortalTemplate template)
{
    [Fact]
    public async Task No_page_makes_the_server_and_the_first_protocol_request_does()
    {
        await using var host = new CountingHost(template);
        await host.InitializeAsync();
        using var person = await host.People.CandidateAsync();
        await person.GetAsync("/en");
        await person.GetAsync("/ja/Account/Settings");
        await person.GetAsync("/en/nowhere");
        using var visitor = host.Visitor();
        await visitor.GetAsync("/health/ready");
        Assert.Equal(0, host.Made);
        Assert.Contains("S256", (await visitor.GetAsync("/.well-known/openid-configuration")).Html, StringComparison.Ordinal);
        Assert.True(host.Made > 0);
    }

    private sealed class CountingHost(PortalTemplate template) : PortalHost(template)
    {
        private int _made;

        public int Made => _made;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(new ConfigureOptions<OpenIddictServerOptions>(_ => Interlocked.Increment(ref _made)));
                services.AddSingleton<IConfigureOptions<OpenIddictValidationOptions>>(new ConfigureOptions<OpenIddictValidationOptions>(_ => Interlocked.Increment(ref _made)));
            });
        }
    }
}
