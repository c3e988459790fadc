using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Portal.Infrastructure.Identity;

/// <summary>Where a request comes from, as far as it can be counted.</summary>
public static class NetworkSource
{
    private const int BytesOfIpV6Network = 8;

    /// <summary>The network address that the known proxies name. Of IPv6 the first 64 bits: the rest is the visitor's own to choose (RFC 4291, 2.5.4).</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    internal static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, BytesOfIpV6Network)),
        _ => address.ToString(),
    };
}
