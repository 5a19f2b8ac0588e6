using System.Text.Json;
using Casus.App.Commands;
using Casus.App.Fetch;
using Casus.App.Fetch.Watching;
using Casus.App.Fetch.Web;
using Xunit;

namespace Casus.Tests.App.Net;

public sealed class WatchTests : IDisposable
{
    private static readonly WatchTimes Times = new(TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(3));
    private static readonly DateTimeOffset Noon = new(2025, 6, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly Workplace place = new();
    private readonly HurriedTime clock = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_file_is_ready_once_it_has_stopped_growing()
    {
        FolderScan scan = Scan();
        string path = place.Write("in/a.txt", "Troops shel");
        place.Write("in/empty.txt", "");
        Assert.Empty(scan.Ready(Noon));
        Assert.True(scan.IsWaiting);
        File.AppendAllText(path, "led the village.");
        Assert.Empty(scan.Ready(Noon.AddSeconds(3)));
        Assert.Equal([path], scan.Ready(Noon.AddSeconds(6)));
        Assert.Equal([path], scan.Ready(Noon.AddSeconds(7)));
        scan.Take([path]);
        Assert.Empty(scan.Ready(Noon.AddSeconds(60)));
        Assert.False(scan.IsWaiting);

        File.AppendAllText(path, " More.");
        Assert.Empty(scan.Ready(Noon.AddSeconds(70)));
        Assert.Equal([path], scan.Ready(Noon.AddSeconds(73)));
        File.Delete(path);
        Assert.Empty(scan.Ready(Noon.AddSeconds(90)));
    }

    [Fact]
    public void Feeds_rest_as_asked_as_published_or_longer_after_failures()
    {
        var schedule = new FeedSchedule(["a", "b", "c", "a"], TimeSpan.FromMinutes(15), Noon);
        Assert.Equal(["a", "b", "c"], schedule.Due(Noon));
        schedule.Asked(["a", "b", "c"], [Report("a", null), Report("b", TimeSpan.FromHours(2))], Noon);
        Assert.Empty(schedule.Due(Noon.AddMinutes(14)));
        Assert.Equal(["a"], schedule.Due(Noon.AddMinutes(15)));
        Assert.Equal(["a", "c"], schedule.Due(Noon.AddMinutes(30)));
        Assert.Equal(["a", "b", "c"], schedule.Due(Noon.AddMinutes(120)));
        for (int i = 0; i < 40; i++)
        {
            schedule.Asked(["a"], [], Noon);
        }

        Assert.DoesNotContain("a", schedule.Due(Noon.AddHours(23)));
        Assert.Contains("a", schedule.Due(Noon.AddHours(24)));
    }

    [Fact]
    public async Task Rounds_come_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        string path = place.Write("in/a.txt", "Troops shelled the village.");
        var rounds = new List<string>();
        await new WatchLoop(Scan(), ["f"], Times, clock).Run(
            round =>
            {
                rounds.Add($"{string.Join(',', round.Files.Select(Path.GetFileName))}|{string.Join(',', round.Feeds)}");
                if (rounds.Count == 4)
                {
                    stop.Cancel();
                }

                // The third could not be done: it is due again.
                return rounds.Count == 3 ? null : round.Feeds.IsEmpty ? [] : [Report("f", null)];
            },
            token => Task.Delay(Timeout.Infinite, token),
            once: false,
            stop.Token);
        Assert.Equal(["|f", "a.txt|", "|f", "|f"], rounds);
        Assert.InRange((clock.GetUtcNow() - Noon).TotalMinutes, 15, 17);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Once_means_until_no_file_grows()
    {
        place.Write("in/a.txt", "Troops shelled the village.");
        var files = new List<string>();
        await new WatchLoop(Scan(), [], Times, clock).Run(
            round =>
            {
                files.AddRange(round.Files);
                return [];
            },
            token => Task.Delay(Timeout.Infinite, token),
            once: true,
            CancellationToken.None);
        Assert.Equal(["a.txt"], files.Select(Path.GetFileName));
    }

    [Fact]
    public void Only_events_that_are_new_are_printed()
    {
        string first = place.Write("a.txt", News("Gunmen attacked a checkpoint near Selan on 3 June 2025, killing three soldiers, officials said."));
        string second = place.Write("b.txt", News("Rebels shelled the port of Orlin on 4 June 2025, wounding nine sailors, the navy said. Gunmen attacked a checkpoint near Selan on 3 June 2025, killing three soldiers, officials said."));
        using var net = new NetPlace();
        using var reading = new NetReading(net, place.Store);
        using var output = new StringWriter();
        ReadCommand.ReadPages(new PageFinder([first]).Pages(), reading.Store, NetReading.Engine, 1, _ => { }, CancellationToken.None);
        var watch = new WatchReading(reading.Store, NetReading.Engine, 1, json: true, output, CancellationToken.None);
        // It was read by a run that was stopped before it linked.
        watch.Read(new PageFinder([first]));
        Assert.Contains(Printed(output), e => Toll(e, "killedMin") == 3);
        watch.Read(new PageFinder([first, second]));
        JsonElement[] later = Printed(output);
        Assert.Contains(later, e => Toll(e, "injuredMin") == 9);
        Assert.DoesNotContain(later, e => Toll(e, "killedMin") == 3);
        watch.Read(new PageFinder([first, second]));
        Assert.Empty(Printed(output));
    }

    [Theory]
    [InlineData("15m", 15)]
    [InlineData("90s", 1.5)]
    [InlineData("2h", 120)]
    [InlineData("1d", 1440)]
    public void Times_are_read(string text, double minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), WatchOptions.Interval(text));

    [Theory]
    [InlineData("15")]
    [InlineData("m")]
    [InlineData("10s")]
    [InlineData("-5m")]
    [InlineData("999d")]
    public void Other_times_are_told_how_to_write(string text) => Assert.Contains("15m", Assert.Throws<Casus.App.Trouble>(() => WatchOptions.Interval(text)).Message);

    private static FeedReport Report(string name, TimeSpan? next) => new(name, null, 1, 1, false, false, next);

    private static string News(string told) => $"{told}\n\nResidents told reporters that shots were heard for an hour in the valley, and that the road was closed. The governor called for calm.\n";

    private static int? Toll(JsonElement told, string kind) => told.TryGetProperty(kind, out JsonElement count) ? count.GetInt32() : null;

    /// <summary>The events that were printed since this was asked last.</summary>
    private static JsonElement[] Printed(StringWriter output)
    {
        string text = output.ToString();
        output.GetStringBuilder().Clear();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private FolderScan Scan()
    {
        string folder = Directory.CreateDirectory(place.Path("in")).FullName;
        var finder = new PageFinder([folder]);
        return new FolderScan(() => finder.FilesOf(folder), Times.Settle);
    }
}
