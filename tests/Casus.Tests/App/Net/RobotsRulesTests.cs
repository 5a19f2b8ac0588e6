using System.Text;
using System.Text.RegularExpressions;
using Casus.App.Fetch.Web;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.App.Net;

/// <summary>RFC 9309, with its own examples among them.</summary>
public class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: *.gif$", "/x/y.gif", false)]
    [InlineData("User-agent: *\nDisallow: *.gif$", "/x/y.gif?a", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axbxc/d", false)]
    [InlineData("User-agent: *\nDisallow: /a/*/end$", "/a/end", true)]
    [InlineData("User-agent: *\nDisallow: /caf%C3%A9", "/café", false)]
    [InlineData("User-agent: *\nDisallow: /café", "/caf%c3%a9/x", false)]
    [InlineData("User-agent: *\nDisallow: /a%3cd", "/a%3Cd", false)]
    [InlineData("User-agent: *\nDisallow: /%61b", "/ab", false)]
    [InlineData("User-agent: *\nDisallow: /file%2A", "/file*", false)]
    [InlineData("User-agent: *\nDisallow: /a # all of it", "/a", false)]
    [InlineData("user-AGENT : CASUS/2.0\n disallow :/a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: casus\nAllow: /a", "/b", true)]
    [InlineData("User-agent: casusbot\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: casus\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: casus\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: casus\nDisallow: /a\n\nUser-agent: *\nDisallow: /c\n\nUser-agent: casus\nDisallow: /b", "/b", false)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void The_longest_pattern_decides(string file, string path, bool allowed) => Assert.Equal(allowed, Parse(file).Allows(path));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999999999999999999", 120.0)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: 9\n\nUser-agent: casus\nAllow: /", null)]
    public void Delays_are_read_with_a_bound(string file, double? seconds) => Assert.Equal(seconds, Parse(file).Delay?.TotalSeconds);

    [Fact]
    public void No_bytes_break_it() => Prop.ForAll<byte[], string>((bytes, path) =>
    {
        RobotsRules.Parse(bytes, "casus").Allows("/" + path);
        RobotsRules.Parse([.. "User-agent: *\nDisallow: "u8, .. bytes], "casus").Allows("/" + path);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_spelling_is_normal_once_and_for_all() => Prop.ForAll<string>(text =>
    {
        string path = RobotsPath.Normal(text ?? "", pattern: false), pattern = RobotsPath.Normal(text ?? "", pattern: true);
        return RobotsPath.Normal(path, pattern: false) == path && RobotsPath.Normal(pattern, pattern: true) == pattern;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Patterns_match_as_regular_expressions_would()
    {
        Gen<string> patterns = Gen.Elements('a', 'b', '/', '*', '*').ListOf().Select(l => "/" + string.Concat(l)), paths = Gen.Elements('a', 'b', '/').ListOf().Select(l => "/" + string.Concat(l));
        Prop.ForAll(Arb.From(patterns), Arb.From(paths), Arb.From(Gen.Elements("", "$")), (pattern, path, end) =>
        {
            string expression = "^" + string.Join(".*", pattern.Split('*').Select(Regex.Escape)) + (end == "$" ? "\\z" : "");
            return Regex.IsMatch(path, expression) == RobotsPath.Matches(pattern + end, path);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_file_of_stars_ends()
    {
        string file = "User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: " + string.Concat(Enumerable.Repeat("*a", 500)) + "b\n", 400));
        Assert.True(Parse(file).Allows("/" + new string('a', 2000)));
    }

    private static RobotsRules Parse(string file) => RobotsRules.Parse(Encoding.UTF8.GetBytes(file), "Casus");
}
