using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Casus.App.Fetch.Web;

/// <param name="Pattern">A path as <see cref="RobotsPath.Normal"/> writes it, with * and a closing $.</param>
internal sealed record RobotsRule(bool Allows, string Pattern);

/// <summary>What a robots.txt says to one robot (RFC 9309): the longest pattern that matches decides, allowing wins a tie.</summary>
/// <param name="Delay">Crawl-delay; null: none is asked for.</param>
internal sealed record RobotsRules(ImmutableArray<RobotsRule> Rules, TimeSpan? Delay)
{
    /// <summary>500 KiB; what comes later is not looked at.</summary>
    public const int MostBytes = 500 << 10;

    /// <summary>A longer Crawl-delay counts as this one: two minutes.</summary>
    public static TimeSpan LongestDelay { get; } = TimeSpan.FromMinutes(2);

    public static RobotsRules AllowAll { get; } = new([], null);

    /// <param name="robot">The product name, compared without regard to case. Without a group of its own the groups of * speak to it.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> file, string robot)
    {
        string text = Encoding.UTF8.GetString(file[..Math.Min(file.Length, MostBytes)]).TrimStart('\uFEFF');
        var own = new Group();
        var all = new Group();
        bool toOwn = false, toAll = false, naming = false;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            int comment = raw.IndexOf('#');
            ReadOnlySpan<char> line = comment < 0 ? raw : raw[..comment];
            int colon = line.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            ReadOnlySpan<char> key = line[..colon].Trim(), value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                bool mine = Product(value).Equals(robot, StringComparison.OrdinalIgnoreCase);
                (toOwn, toAll) = naming ? (toOwn || mine, toAll || value is "*") : (mine, value is "*");
                naming = true;
                own.Named |= mine;
            }
            else if (Rule(key, value) is { } rule)
            {
                naming = false;
                own.Add(rule, toOwn);
                all.Add(rule, toAll);
            }
        }

        Group speaks = own.Named ? own : all;
        return new RobotsRules([.. speaks.Rules], speaks.Delay);
    }

    /// <param name="pathAndQuery">As in the request.</param>
    public bool Allows(string pathAndQuery)
    {
        string path = RobotsPath.Normal(pathAndQuery, pattern: false);
        int longest = -1;
        bool allowed = true;
        foreach (RobotsRule rule in Rules)
        {
            int length = rule.Pattern.Length;
            if (length < longest || (length == longest && allowed) || !RobotsPath.Matches(rule.Pattern, path))
            {
                continue;
            }

            longest = length;
            allowed = rule.Allows;
        }

        return allowed || path == "/robots.txt";
    }

    private static (RobotsRule? Rule, TimeSpan? Delay)? Rule(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        bool allows = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
        if (allows || key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
        {
            // "Disallow:" with nothing forbids nothing, but it closes the list of names.
            return (value.IsEmpty ? null : new RobotsRule(allows, RobotsPath.Normal(value.ToString(), pattern: true)), null);
        }

        bool delays = key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase);
        if (delays && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds))
        {
            return (null, TimeSpan.FromSeconds(Math.Min(seconds, LongestDelay.TotalSeconds)));
        }

        return delays ? (null, null) : null;
    }

    /// <summary>"Casus/1.0" → "Casus".</summary>
    private static ReadOnlySpan<char> Product(ReadOnlySpan<char> value)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
        {
            end++;
        }

        return value[..end];
    }

    private sealed class Group
    {
        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan? Delay { get; private set; }

        public bool Named { get; set; }

        public void Add((RobotsRule? Rule, TimeSpan? Delay) said, bool spokenTo)
        {
            if (spokenTo && said.Rule is { } rule)
            {
                Rules.Add(rule);
            }

            Delay = spokenTo && said.Delay is { } delay && (Delay is null || delay > Delay) ? delay : Delay;
        }
    }
}
