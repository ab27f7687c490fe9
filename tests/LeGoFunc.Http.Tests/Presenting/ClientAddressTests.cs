using System.Net;
using LeGoFunc.Http.Presenting;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http.Tests.Presenting;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", 0, "192.0.2.1")]
    [InlineData("203.0.113.7", 1, "203.0.113.7")]
    [InlineData("203.0.113.7:4711", 1, "203.0.113.7")]
    [InlineData("[2001:db8::1]:4711", 1, "2001:db8::1")]
    [InlineData("2001:db8::1", 1, "2001:db8::1")]
    [InlineData("198.51.100.9, 203.0.113.7:1", 1, "203.0.113.7")]
    [InlineData("198.51.100.9, 203.0.113.7, 10.0.0.1:5", 2, "203.0.113.7")]
    [InlineData("", 1, "192.0.2.1")]
    [InlineData("203.0.113.7", 2, "192.0.2.1")]
    [InlineData("no address", 1, "192.0.2.1")]
    public void Only_as_many_entries_from_the_right_are_believed_as_there_are_proxies(string forwarded, int proxies, string expected)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.1");
        context.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(expected, ClientAddress.Of(context, proxies).ToString());
    }

    [Fact]
    public void An_IPv4_address_in_IPv6_form_is_shown_as_IPv4()
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("::ffff:192.0.2.1");

        Assert.Equal("192.0.2.1", ClientAddress.Of(context, 0).ToString());
    }
}
