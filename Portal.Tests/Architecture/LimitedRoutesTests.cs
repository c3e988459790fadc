using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Support;
using Portal.Web.Infrastructure;

namespace Portal.Tests.Architecture;

/// <summary>What anybody may send is counted, one way or the other (S-07).</summary>
public sealed class LimitedRoutesTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>These compare a secret and are counted by the guard of tries, cost nothing, or exist in Development only.</summary>
    private static readonly string[] s_others =
        ["SignInController.Index", "SignInController.Code", "SignOutController.Index", "SessionController.Index", "DemoSignInController.Index"];

    [Fact]
    public void Every_form_of_the_account_pages_that_a_visitor_can_send_is_limited()
    {
        var forms = Lines().Where(l => l.Methods.Contains("POST") && l.Door == "anyone" && l.Template.StartsWith("/{culture}/Account/", StringComparison.Ordinal)).ToList();
        Assert.True(forms.Count >= s_others.Length + 5);
        Assert.Equal(s_others.Order(), forms.Where(l => l.Limit is null).Select(l => l.Action).Order());
    }

    [Theory]
    [InlineData("RegisterController.Index", "GET", Limit.Link)]
    [InlineData("RegisterController.Index", "POST", Limit.Registration)]
    [InlineData("ForgotPasswordController.Index", "POST", Limit.MailedLink)]
    [InlineData("ConfirmMailController.Index", "GET", Limit.Link)]
    [InlineData("ResetPasswordController.Index", "GET", Limit.Link)]
    [InlineData("InvitationController.Index", "GET", Limit.Link)]
    [InlineData("InvitationController.Accept", "POST", Limit.Link)]
    [InlineData("OutsideController.Begin", "GET", Limit.Link)]
    [InlineData("OutsideController.Register", "POST", Limit.Registration)]
    [InlineData("RecoveryController.Index", "POST", Limit.Link)]
    [InlineData("RecoveryController.Enter", "POST", Limit.Link)]
    [InlineData("SignInController.PasskeyOffer", "POST", Limit.Passkey)]
    [InlineData("SignInController.Passkey", "POST", Limit.Passkey)]
    [InlineData("ConfirmController.PasskeyOffer", "POST", Limit.Passkey)]
    [InlineData("FactorsController.PasskeyOffer", "POST", Limit.Passkey)]
    [InlineData("FactorsController.AddPasskey", "POST", Limit.Passkey)]
    [InlineData("MembersController.Invite", "POST", Limit.Invitation)]
    [InlineData("MembersController.InviteAgain", "POST", Limit.Invitation)]
    [InlineData("CheckController.Statement", "GET", Limit.StatementCheck)]
    public void What_costs_mail_hashing_or_rows_names_its_limit(string action, string method, Limit limit) =>
        Assert.Equal(limit.ToString(), Lines().Single(l => l.Action == action && l.Methods.Contains(method)).Limit);

    [Fact]
    public void Every_limit_is_in_the_table_and_used()
    {
        // The calls of connected systems are answered by the OpenID Connect server; ProtocolLimitTests tries them.
        var used = Lines().Select(l => l.Limit).OfType<string>().Append(nameof(Limit.ProtocolFailure)).Distinct().Order();
        Assert.Equal(used, LimitRule.All.Keys.Select(k => k.ToString()).Order());
        Assert.Equal(Enum.GetNames<Limit>().Order(), used);
    }

    private IReadOnlyList<RouteLine> Lines() => RouteList.Of(new Routes(host.Services));

    private sealed class Routes(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [.. services.GetServices<EndpointDataSource>()];

        public Microsoft.AspNetCore.Builder.IApplicationBuilder CreateApplicationBuilder() => throw new NotSupportedException();
    }
}
