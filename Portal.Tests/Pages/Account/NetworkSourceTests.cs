using System.Net;
using Portal.Infrastructure.Identity;

namespace Portal.Tests.Pages.Account;

public sealed class NetworkSourceTests
{
    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1:2:3", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    public void Of_an_IPv6_address_the_network_counts(string one, string other, bool same) =>
        Assert.Equal(same, NetworkSource.Of(IPAddress.Parse(one)) == NetworkSource.Of(IPAddress.Parse(other)));
}
