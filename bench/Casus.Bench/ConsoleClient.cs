using System.Diagnostics;
using System.Globalization;

namespace Casus.Bench;

/// <summary><c>--console-ask ADDRESS LOAD</c>: asks a console for ten seconds and prints how many answers came, in how many seconds, and how many of a processor that took here.</summary>
internal static class ConsoleClient
{
    public const string Argument = "--console-ask";

    /// <summary>At a time.</summary>
    public const int Readers = 4;

    public const int Seconds = 10;

    /// <summary>What is asked, by its name, for the n-th time.</summary>
    public static readonly Dictionary<string, Func<int, string>> Loads = new(StringComparer.Ordinal)
    {
        ["the same view"] = _ => "/events?type=ASSAULT&min-killed=10",
        ["views with filters, no two alike"] = n => "/events" + Filter(n),
        ["the API's list with filters, no two alike"] = n => "/api/v1/events" + Filter(n),
    };

    public static async Task Ask(Uri console, string load, int seconds = Seconds)
    {
        using var client = new HttpClient { BaseAddress = console, Timeout = TimeSpan.FromMinutes(2) };
        int asked = 0;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
            {
                using HttpResponseMessage answer = await client.GetAsync(new Uri(Loads[load](Interlocked.Increment(ref asked)), UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                answer.EnsureSuccessStatusCode();
            }
        }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{asked} {Stopwatch.GetElapsedTime(start).TotalSeconds:0.000} {Environment.CpuUsage.TotalTime.TotalSeconds:0.000}"));
    }

    private static string Filter(int number)
    {
        int at = Math.Abs(number);
        string[] types = ["ASSAULT", "COERCE", "ACCUSE", "CONSULT", "THREATEN"];
        var from = new DateOnly(2013, 1, 1).AddDays(at * 7 % 3600);
        return string.Create(CultureInfo.InvariantCulture, $"?type={types[at % types.Length]}&from={from:yyyy-MM-dd}&to={from.AddDays(30 + (at % 300)):yyyy-MM-dd}&min-killed={at % 4}");
    }
}
