using System.Net;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http.Presenting;

/// <summary>
/// Finds the address of the client. Each proxy adds the address it was called from to the right of
/// <c>X-Forwarded-For</c>, so only as many entries from the right can be believed as there are proxies of ours; what
/// stands further left is the client's claim.
/// </summary>
internal static class ClientAddress
{
    /// <param name="context">The request.</param>
    /// <param name="trustedProxies">How many proxies of ours stand in front of this process.</param>
    public static IPAddress Of(HttpContext context, int trustedProxies)
    {
        var remote = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (trustedProxies == 0)
        {
            return Plain(remote);
        }

        var entries = context.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries);
        var index = entries.Length - trustedProxies;
        return Plain(index >= 0 && TryRead(entries[index], out var address) ? address : remote);
    }

    private static bool TryRead(string entry, out IPAddress address)
    {
        // ip, ip:port, [ipv6]:port
        if (IPEndPoint.TryParse(entry, out var endpoint))
        {
            address = endpoint.Address;
            return true;
        }

        address = IPAddress.None;
        return false;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
