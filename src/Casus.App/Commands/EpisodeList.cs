using System.Text.Json;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary><c>casus show episodes</c>: chains of events, each event with what ties it to an earlier one and the words that say so.</summary>
internal static class EpisodeList
{
    /// <param name="start">First letters of an id; null for all.</param>
    public static int Show(CasusStore store, string? start, Filter filter, bool json)
    {
        var lookup = new Lookup(store);
        List<Episode> episodes = [.. Read(store, start, filter)];
        if (json)
        {
            Screen.WriteJson(writer =>
            {
                writer.WriteStartArray();
                foreach (Episode episode in episodes)
                {
                    Write(writer, episode);
                }

                writer.WriteEndArray();
            });
            return ExitCode.Ok;
        }

        foreach (EpisodeChain chain in episodes.Select(e => EpisodeChain.Of(e, lookup)))
        {
            Write(Screen.Out, chain, null);
        }

        Screen.Out.WriteLine(episodes.Count == 0 ? "No episodes: no article ties two events together." : Screen.Plural(episodes.Count, "episode"));
        return ExitCode.Ok;
    }

    /// <param name="marked">Id of the event that is looked at; null for none.</param>
    public static void Write(IAnsiConsole console, EpisodeChain chain, string? marked)
    {
        console.MarkupLine($"[bold]{chain.From:yyyy-MM-dd} – {chain.To:yyyy-MM-dd}[/]  {Screen.Plural(chain.Events.Length, "event")}  [grey]{chain.Id}[/]");
        foreach (ChainedEvent told in chain.Events)
        {
            console.MarkupLine($"{(told.Id == marked ? "→" : " ")} {Screen.Plain(told.Type)}  {Screen.Plain(told.Says)}  [grey]{told.Id}[/]");
            foreach (ChainStep step in told.Steps)
            {
                console.MarkupLine($"    [grey]{step.Kind} {step.To}: ⟦{Screen.Plain(step.Cue)}⟧[/]");
            }
        }
    }

    private static List<Episode> Read(CasusStore store, string? start, Filter filter) => store.Read(() =>
    {
        var where = new Where();
        where.Days("p.day_from", "p.day_to", filter);
        using Statement find = store.Prepare($"SELECT p.record FROM episode p {where} ORDER BY p.events DESC, p.day_from, p.id");
        IEnumerable<Episode> all = find.Rows(r => JsonSerializer.Deserialize(r.GetString(0), Records.Json.Episode)!, [.. where.Values]).Where(e => start is null || e.Id.StartsWith(start, StringComparison.Ordinal));
        return (List<Episode>)[.. filter.Limit > 0 ? all.Take(filter.Limit) : all];
    });

    private static void Write(Utf8JsonWriter json, Episode episode)
    {
        json.WriteStartObject();
        json.WriteString("id", episode.Id);
        json.Maybe("from", episode.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.Maybe("to", episode.To?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.Strings("events", episode.Events);
        json.WriteStartArray("steps");
        foreach (EpisodeStep step in episode.Steps)
        {
            json.WriteStartObject();
            json.WriteString("from", step.From);
            json.WriteString("kind", step.Kind);
            json.WriteString("to", step.To);
            json.WriteString("cue", step.Support[0].Cue.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
