using System.Buffers;
using System.Text.Json;
using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>What a chunk of events gives to a release: each is decoded once, for all tables, layouts, the map and the graph.</summary>
internal sealed class EventPass(ReleaseTables tables, KnowledgeBase knowledge)
{
    private readonly LineMaker lines = new(knowledge);
    private readonly LayoutMaker layouts = new(knowledge);

    /// <summary>Pure.</summary>
    /// <param name="chunk">Given back when they are made.</param>
    public EventRows Make(LentRows<ReadOnlyMemory<byte>> chunk)
    {
        var rows = new RowsByTable("events", "accounts", "support", "acled", "ucdp-ged", "plover", "gdelt");
        var events = new List<Event>(chunk.Rows.Count);
        ArrayBufferWriter<byte> map = Buffers.Lend();
        var ties = new List<GraphTie>();
        using var json = new Utf8JsonWriter(map, Json.Line);
        foreach (ReadOnlyMemory<byte> record in chunk.Rows)
        {
            Event told = EventJson.Read(record.Span);
            EventLine line = lines.Event(told);
            events.Add(told);
            rows.Lists[0].Rows.Add(line);
            rows.Lists[1].Rows.AddRange(LineMaker.Accounts(told));
            rows.Lists[2].Rows.AddRange(LineMaker.Support(told));
            rows.Lists[3].Rows.Add(layouts.Acled(line));
            if (layouts.Ucdp(line, told) is { } counted)
            {
                rows.Lists[4].Rows.Add(counted);
            }

            rows.Lists[5].Rows.Add(layouts.Plover(line));
            rows.Lists[6].Rows.Add(layouts.Gdelt(line));
            EventMap.Feature(json, map, line);
            ties.AddRange(GraphTie.Of(line));
        }

        chunk.Dispose();
        return new EventRows(events, map, ties, tables.Render(rows));
    }
}

/// <param name="Map">Features, each with a line feed and a comma before it.</param>
internal sealed record EventRows(List<Event> Events, ArrayBufferWriter<byte> Map, List<GraphTie> Ties, List<(ReleaseTable Table, RenderedRows Rows)> Rendered);
