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
    /// <summary>Events whose rows become cells together.</summary>
    private const int SettledTogether = 16;

    private readonly LineMaker lines = new(knowledge);
    private readonly LayoutMaker layouts = new(knowledge);

    /// <summary>Pure.</summary>
    /// <param name="chunk">Given back when they are made.</param>
    public EventRows Make(LentRows<ReadOnlyMemory<byte>> chunk)
    {
        RowsByTable rows = tables.Rows("events", "accounts", "support", "acled", "ucdp-ged", "plover", "gdelt");
        ArrayBufferWriter<byte> map = Buffers.Lend();
        var ties = new List<GraphTie>();
        var problems = new List<string>();
        var references = new List<EventReferences>(chunk.Rows.Count);
        using var json = new Utf8JsonWriter(map, Json.Line);
        foreach (ReadOnlyMemory<byte> record in chunk.Rows)
        {
            Event told = EventJson.Read(record.Span);
            EventLine line = lines.Event(told);
            references.Add(EventReferences.Of(told));
            ReleaseCheck.Event(told, problems);
            Add(told, line, rows);
            EventMap.Feature(json, map, line);
            GraphTie.Add(line, ties);
            if (references.Count % SettledTogether == 0)
            {
                rows.Settle();
            }
        }

        chunk.Dispose();
        return new EventRows(references.Count, references, problems, map, ties, rows.Render());
    }

    private void Add(Event told, EventLine line, RowsByTable rows)
    {
        rows.Waiting[0].Add(line);
        rows.Waiting[1].AddRange(LineMaker.Accounts(told));
        rows.Waiting[2].AddRange(LineMaker.Support(told));
        rows.Waiting[3].Add(layouts.Acled(line));
        if (layouts.Ucdp(line, told) is { } counted)
        {
            rows.Waiting[4].Add(counted);
        }

        rows.Waiting[5].Add(layouts.Plover(line));
        rows.Waiting[6].Add(layouts.Gdelt(line));
    }
}

/// <param name="Map">Features, each with a line feed and a comma before it.</param>
internal sealed record EventRows(int Count, List<EventReferences> References, List<string> Problems, ArrayBufferWriter<byte> Map, List<GraphTie> Ties, List<(ReleaseTable Table, RenderedRows Rows)> Rendered);
