using System.CommandLine;
using System.Globalization;

namespace Casus.App.Commands;

/// <summary>The options that only <c>watch</c> has.</summary>
internal sealed class WatchOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromDays(7);

    public Option<string> Every { get; } = new("--every")
    {
        HelpName = "TIME",
        Description = "Between two requests for a feed: 15m, 2h, 1d. A publisher's longer word and failures make it longer. Default: 15m.",
        DefaultValueFactory = _ => "15m",
    };

    public Option<bool> Once { get; } = new("--once") { Description = "Look once and end, for a scheduler such as cron." };

    /// <exception cref="Trouble">It is no time, or one that no feed should be asked in.</exception>
    public static TimeSpan Interval(string text)
    {
        double? minutes = text.Length < 2 || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            ? null
            : text[^1] switch
            {
                's' => number / 60,
                'm' => number,
                'h' => number * 60,
                'd' => number * 24 * 60,
                _ => null,
            };
        return minutes is { } some && some >= Shortest.TotalMinutes && some <= Longest.TotalMinutes
            ? TimeSpan.FromMinutes(some)
            : throw Trouble.Usage($"--every {text}: give a time from 1m to 7d, such as 15m, 2h or 1d.");
    }
}
