using System.Runtime;
using System.Text;
using System.Text.Json;
using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>One file of a release. <paramref name="Rows"/>: data rows, features or edges; null for what has none.</summary>
internal sealed record ReleaseFile(string Name, long Bytes, string Sha256, long? Rows);

/// <summary>
/// Writes every table of the record in every format, with a dictionary, a citation and a manifest whose counts and hashes can be checked. Each row of the
/// store is read and decoded once. A function of the store and the knowledge: no instant of its own and no path is in any file.
/// </summary>
/// <param name="jobs">Threads that decode and render.</param>
internal sealed class ReleaseWriter(CasusStore store, KnowledgeBase knowledge, ReleaseFolder folder, string version, int jobs)
{
    /// <summary>Rows of the store that are rendered together, and chunks between two words about how far it is.</summary>
    private const int ChunkRows = 512, ChunksBetweenWords = 200;

    /// <summary>What the record is narrowed by, which the store shows already; said in the manifest and in what people read first.</summary>
    public Filter Part { get; init; } = Filter.None;

    /// <summary>Whether who judged is told by name.</summary>
    public bool NamesReviewers { get; init; }

    private readonly Walks walks = new(store);
    private readonly List<ReleaseFile> files = [];

    /// <summary>What is wrong with the record; when anything is, the folder must not be put in its place.</summary>
    public ReleaseCheck Check { get; } = new();

    /// <summary>Time that threads spent on the rows of each table.</summary>
    public IReadOnlyList<(string Table, TimeSpan Work)> Costs { get; private set; } = [];

    /// <param name="step">Is told how far it is.</param>
    public IReadOnlyList<ReleaseFile> Write(Action<string> step)
    {
        // Everything dies young or lasts to the end of a row group: collecting beside the work only takes a core from it.
        GCLatencyMode before = GCSettings.LatencyMode;
        GCSettings.LatencyMode = GCLatencyMode.Batch;

        // One state of the store, whatever others write meanwhile.
        store.Read(() =>
        {
            store.Connection.Run("BEGIN");
            return 0;
        });
        try
        {
            using (var tables = new ReleaseTables(folder, jobs > 1))
            {
                step("stories");
                InOrder.Run([Rows(tables, "stories", walks.Editions(), chunk => Check.Stories(chunk.Select(e => e.StoryId))), Articles(tables, step)], jobs);
                var graph = new ActorGraph();
                // Where a relation turned is told of the record as a whole: between the acts of a part it would be another time.
                TurnWalk? turns = Part.Narrows ? null : new TurnWalk(store, knowledge);
                var turned = new List<(string First, string Second)>();
                InOrder.Run([Events(tables, graph, step), Dyads(tables, turns, turned)], jobs);
                step("pairs and what people judged");
                InOrder.Run([InOrder.Chunks([graph], Drawn, files.Add), Rows(tables, "turns", turns?.Lines(turned) ?? [])], jobs);
                InOrder.Run([Rows(tables, "episodes", walks.Episodes()), Rows(tables, "steps", walks.Steps()), Rows(tables, "judgements", walks.Judgements(NamesReviewers))], jobs);
                step("the files' ends");
                (List<ReleaseFile> written, Costs) = tables.Finish();
                files.AddRange(written);
            }

            step("sums");
            Check.Sums(store);
            Add("DATA-DICTIONARY.md", TableDocs.Markdown(PublishedTable.All.AddRange(PublishedTable.Layouts)));
            Add("CITATION.cff", Citation());
            Add("README.md", Readme());
            Manifest();
            return files;
        }
        finally
        {
            store.Connection.Run("ROLLBACK");
            GCSettings.LatencyMode = before;
        }
    }

    private IEnumerable<InOrder.IChunk> Articles(ReleaseTables tables, Action<string> step)
    {
        var pass = new ArticlePass(tables);
        long done = 0, chunks = 0;
        return InOrder.Chunks(walks.ArticleRecords(ChunkRows), pass.Make, made =>
        {
            Check.Articles(made);
            ReleaseTables.Take(made.Rendered);
            done += made.Articles.Count;
            Say(step, chunks++, "articles and their claims", done);
        });
    }

    private IEnumerable<InOrder.IChunk> Events(ReleaseTables tables, ActorGraph graph, Action<string> step)
    {
        var pass = new EventPass(tables, knowledge);
        long done = 0, chunks = 0;
        return InOrder.Chunks(walks.EventRecords(ChunkRows), pass.Make, made =>
        {
            Check.Events(made.Count, made.References, made.Problems);
            ReleaseTables.Take(made.Rendered);
            tables.Map(made.Map, made.Count);
            graph.Take(made.Ties);
            done += made.Count;
            Say(step, chunks++, "events", done);
        });
    }

    private ReleaseFile Drawn(ActorGraph graph)
    {
        using var edges = new HashedFile(folder, "actors.gexf");
        return edges.Close(graph.Write(edges, id => knowledge.Actors.Find(id)?.Name ?? id));
    }

    /// <param name="turns">Null: no turning points are told.</param>
    /// <param name="turned">Gets the pairs whose months change.</param>
    private IEnumerable<InOrder.IChunk> Dyads(ReleaseTables tables, TurnWalk? turns, List<(string First, string Second)> turned) => InOrder.Chunks(
        walks.DyadsByPair(ChunkRows),
        chunk => (Changed: turns?.Changed(chunk) ?? [], Rendered: Rendered(tables, "dyads", chunk)),
        made =>
        {
            turned.AddRange(made.Changed);
            ReleaseTables.Take(made.Rendered);
        });

    private static IEnumerable<InOrder.IChunk> Rows<T>(ReleaseTables tables, string table, IEnumerable<T> rows, Action<T[]>? seen = null)
        where T : class => InOrder.Chunks(
            rows.Chunk(ChunkRows),
            chunk => (Chunk: chunk, Rendered: Rendered(tables, table, chunk)),
            made =>
            {
                seen?.Invoke(made.Chunk);
                ReleaseTables.Take(made.Rendered);
            });

    private static List<(ReleaseTable Table, RenderedRows Rows)> Rendered<T>(ReleaseTables tables, string table, T[] rows)
        where T : class
    {
        RowsByTable of = tables.Rows(table);
        of.Waiting[0].AddRange(rows);
        return of.Render();
    }

    private static void Say(Action<string> step, long chunks, string what, long done)
    {
        if (chunks % ChunksBetweenWords == 0)
        {
            step(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what}: {done:N0}"));
        }
    }

    private void Add(string name, string text)
    {
        using var file = new HashedFile(folder, name);
        file.Write(Encoding.UTF8.GetBytes(text));
        files.Add(file.Close(null));
    }

    private void Manifest()
    {
        (long all, Dictionary<string, long> outcomes) = ReleaseCheck.Pages(store);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Json.Pretty))
        {
            json.WriteStartObject();
            json.WriteNumber("casus-release", 1);
            json.WriteString("program", version);
            json.WriteString("knowledge", knowledge.Hash);
            Strings(json, "readWithKnowledge", "SELECT DISTINCT knowledge FROM page ORDER BY 1");
            Strings(json, "readWithModels", "SELECT DISTINCT model FROM page ORDER BY 1");
            if (Part.Narrows)
            {
                json.WriteStartObject("part");
                foreach ((string option, string value) in Part.Asked)
                {
                    json.WriteString(option, value);
                }

                json.WriteEndObject();
            }

            json.WriteStartObject("pages");
            json.WriteNumber("all", all);
            foreach ((string outcome, long count) in outcomes.OrderBy(o => o.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(outcome, count);
            }

            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (ReleaseFile file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("sha256", file.Sha256);
                if (file.Rows is { } rows)
                {
                    json.WriteNumber("rows", rows);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        File.WriteAllBytes(folder.At(ReleaseFolder.Manifest), [.. bytes.ToArray(), (byte)'\n']);
    }

    private void Strings(Utf8JsonWriter json, string key, string sql)
    {
        using Statement ask = store.Prepare(sql);
        json.Strings(key, ask.Rows(r => r.GetString(0)));
    }

    private string Citation() => $"""
        cff-version: 1.2.0
        message: Cite this release with the hash of its manifest.
        title: Conflict events published by Casus{(Part.Narrows ? ", a part of a record" : "")}
        type: dataset
        version: "{version}"
        authors:
          - name: Casus
        abstract: Events, accounts and evidence read from news pages. What is published is what pages say, with the words that say it.

        """;

    private string PartSays() => !Part.Narrows ? "" : $"""

        **This is a part of a record**: only {string.Join(", ", Part.Asked.Select(o => $"{o.Option} “{o.Value}”"))} (options of `casus publish`). Every table is of the events that fit, of what tells them, of the statistics
        and relations that fit, and of what people judged of these. Chains of events that reach out of the part are left out, and so are turning points and sums, which are of the whole record. The pages that the manifest counts are those of the whole record.

        """;

    private string Readme() => $"""
        # A release of Casus

        Written by `casus publish` ({version}). Every table comes as CSV, JSON Lines and Parquet; what columns mean stands in DATA-DICTIONARY.md.
        {PartSays()}
        * `events`: what happened, once each; `accounts`: who says what of it; `support`: which claims stand behind or against each value.
        * `dyads`, `turns`: what passed between two actors by month, and where their relation changed; `episodes`, `steps`: events that answer or cause one another.
        * `judgements`: what people have corrected, accepted or rejected, and what became of it.
        * `claims`, `tolls`, `statistics`, `relations`: what single articles assert; `evidence`: the words behind every value; `articles`, `stories`: where they stand.
        * `layout-*.csv`: events in the columns of ACLED, UCDP GED, POLECAT (PLOVER) and GDELT. They have no column for rival accounts or evidence.
        * `events.geojson`: a map; where only a country is known there is no point. `actors.gexf`: who did something to whom, by month.
        * `manifest.json`: hashes and row counts of all files, and what became of every page.

        Releases report what pages say, not what is true.

        """;
}
