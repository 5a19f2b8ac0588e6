using System.Security.Cryptography;
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
/// Writes every table of the record in every format, with a dictionary, a citation and a manifest whose counts and hashes can be checked. A function of the
/// store and the knowledge: no instant and no path is in any file.
/// </summary>
internal sealed class ReleaseWriter(CasusStore store, KnowledgeBase knowledge, ReleaseFolder folder, string version)
{
    /// <summary>What the record is narrowed by, which the store shows already; said in the manifest and in what people read first.</summary>
    public Filter Part { get; init; } = Filter.None;

    private readonly Walks walks = new(store);
    private readonly LineMaker lines = new(knowledge);
    private readonly LayoutMaker layouts = new(knowledge);
    private readonly List<ReleaseFile> files = [];

    public IReadOnlyList<ReleaseFile> Write(Action<string> step)
    {
        foreach (PublishedTable table in PublishedTable.All)
        {
            step(table.Name);
            Table(table, () => TableRows.Of(table.Name, walks, () => knowledge));
        }

        foreach (PublishedTable layout in PublishedTable.Layouts)
        {
            step(layout.Name);
            string name = $"layout-{layout.Name}.csv";
            Add(name, stream => CsvTable.Write(stream, layout, Rows(layout.Name)));
        }

        step("map and graph");
        Add("events.geojson", stream => EventMap.Write(stream, Events()));
        Add("actors.gexf", stream => ActorGraph.Write(stream, Events(), id => knowledge.Actors.Find(id)?.Name ?? id));
        Add("DATA-DICTIONARY.md", TableDocs.Markdown(PublishedTable.All.AddRange(PublishedTable.Layouts)));
        Add("CITATION.cff", Citation());
        Add("README.md", Readme());
        Manifest();
        return files;
    }

    private void Table(PublishedTable table, Func<IEnumerable<object>> rows)
    {
        Add(table.Name + ".csv", stream => CsvTable.Write(stream, table, rows()));
        Add(table.Name + ".jsonl", stream => JsonTable.Write(stream, table, rows()));
        Add(table.Name + ".parquet", stream => ParquetTable.Write(stream, table, rows()));
    }

    private IEnumerable<EventLine> Events() => walks.Events().Select(lines.Event);

    private IEnumerable<object> Rows(string layout) => layout switch
    {
        "acled" => Events().Select(layouts.Acled),
        "ucdp-ged" => walks.Events().Select(e => layouts.Ucdp(lines.Event(e), e)).OfType<UcdpLine>(),
        "plover" => Events().Select(layouts.Plover),
        _ => Events().Select(layouts.Gdelt),
    };

    private void Add(string name, Func<Stream, long> write)
    {
        string path = folder.At(name);
        long rows;
        using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
        {
            rows = write(stream);
        }

        Note(name, path, rows);
    }

    private void Add(string name, string text)
    {
        string path = folder.At(name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        Note(name, path, null);
    }

    private void Note(string name, string path, long? rows)
    {
        using FileStream written = File.OpenRead(path);
        files.Add(new ReleaseFile(name, written.Length, Convert.ToHexStringLower(SHA256.HashData(written)), rows));
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
        json.WriteStartArray(key);
        foreach (string value in ask.Rows(r => r.GetString(0)))
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
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

        **This is a part of a record**: only {string.Join(", ", Part.Asked.Select(o => $"{o.Option} “{o.Value}”"))} (options of `casus publish`). Every table is of the events that fit, of what tells them, and of the statistics
        and relations that fit. Chains of events that reach out of the part are left out, and so are sums over the whole record. The pages that the manifest counts are those of the whole record.

        """;

    private string Readme() => $"""
        # A release of Casus

        Written by `casus publish` ({version}). Every table comes as CSV, JSON Lines and Parquet; what columns mean stands in DATA-DICTIONARY.md.
        {PartSays()}
        * `events`: what happened, once each; `accounts`: who says what of it; `support`: which claims stand behind or against each value.
        * `claims`, `tolls`, `statistics`, `relations`: what single articles assert; `evidence`: the words behind every value; `articles`, `stories`: where they stand.
        * `layout-*.csv`: events in the columns of ACLED, UCDP GED, POLECAT (PLOVER) and GDELT. They have no column for rival accounts or evidence.
        * `events.geojson`: a map; where only a country is known there is no point. `actors.gexf`: who did something to whom, by month.
        * `manifest.json`: hashes and row counts of all files, and what became of every page.

        Releases report what pages say, not what is true.

        """;
}
