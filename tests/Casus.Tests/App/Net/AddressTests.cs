using System.Net;
using Casus.App.Fetch.Web;
using Xunit;

namespace Casus.Tests.App.Net;

public class AddressTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.128.0.1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2a00:1450:4001:81b::200e", true)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001::1", false)]
    public void Addresses_near_by_are_told_from_public_ones(string address, bool open) => Assert.Equal(open, AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://news.example/a?b#c", "https://news.example/a?b")]
    [InlineData("HTTP://News.Example:80", "http://news.example/")]
    [InlineData("https://news.example:8443/", "https://news.example:8443/")]
    [InlineData("https://news.example:22/", null)]
    [InlineData("https://user@news.example/", null)]
    [InlineData("ftp://news.example/", null)]
    [InlineData("https:///a", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("//news.example/", null)]
    [InlineData("", null)]
    public void Addresses_are_checked_before_anything_is_asked(string text, string? kept)
    {
        Assert.Equal(kept is null, WebAddress.Check(text, WebAddress.UsualPorts, out Uri? address) is not null);
        Assert.Equal(kept, address?.AbsoluteUri);
    }

    [Theory]
    [InlineData("/b", "https://news.example/b", null)]
    [InlineData("//other.example/b", "https://other.example/b", null)]
    [InlineData("https://news.example:22/", null, WebAddress.BadAddress)]
    [InlineData("http://news.example/", null, WebRefusal.Redirect)]
    [InlineData("javascript:alert(1)", null, WebAddress.BadAddress)]
    [InlineData(null, null, WebRefusal.Redirect)]
    public void Where_an_address_leads_is_checked(string? to, string? next, string? reason)
    {
        Assert.Equal(reason, Redirects.Next(new Uri("https://news.example/a"), to, WebAddress.UsualPorts, out Uri? address)?.Reason);
        Assert.Equal(next, address?.AbsoluteUri);
    }
}
