using System.CommandLine;
using System.Text.Json;
using Casus.App.Fetch;
using Casus.App.Publish;
using Casus.Articles;
using Casus.Events;

namespace Casus.App.Commands;

/// <summary><c>casus stories</c>: which of the given articles are copies, edits or rewrites of one text.</summary>
internal static class StoriesCommand
{
    public static Verb Build()
    {
        Option<string> input = SharedOptions.In(), output = SharedOptions.Out();
        Option<string?> knowledge = SharedOptions.Knowledge();
        var verb = new Verb("stories", "Group articles given as JSON Lines into stories: copies, edits, rewrites and excerpts of one text.")
        {
            Notes = ["The lines are those of `casus annotate`. One line out for each line in, in order: id, story, edition (original, copy, edit, rewrite, excerpt), of (the article it derives from) and overlap (share of the shorter text's word 3-grams, 0 to 1). The order of the lines does not change the stories."],
            Examples =
            [
                new("casus stories --in articles.jsonl --out stories.jsonl", "Which articles are one story."),
                new("casus stories < articles.jsonl | jq -r 'select(.edition != \"original\") | .id'", "Everything that was printed before in other words."),
            ],
        };
        verb.Add(input);
        verb.Add(output);
        verb.Add(knowledge);
        verb.SetAction(p => Run(p.GetRequiredValue(input), p.GetRequiredValue(output), p.GetValue(knowledge)));
        return verb;
    }

    private static int Run(string input, string output, string? knowledge)
    {
        var index = new StoryIndex();
        List<Row> rows = ReadRows(input, knowledge, index);
        Queue<StoryPlace> places = new(index.Places());
        using Stream written = StandardStreams.OpenOutput(output);
        using var json = new Utf8JsonWriter(written, Json.Line);
        foreach (Row row in rows)
        {
            if (row.Problem is { } problem)
            {
                AnnotationWriter.WriteRefusal(json, row.Id, row.Name, problem);
            }
            else
            {
                StoryPlace place = places.Dequeue();
                Write(json, place.Edition.ArticleId, place);
            }

            json.Flush();
            written.Write("\n"u8);
            json.Reset();
        }

        written.Flush();
        return ExitCode.Ok;
    }

    private static void Write(Utf8JsonWriter json, string id, StoryPlace place)
    {
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        json.WritePropertyName("id");
        json.WriteRawValue(id);
        json.WriteString("story", place.StoryId);
        json.WriteString("edition", place.Edition.Kind);
        if (place.Edition.Of is { } of)
        {
            json.WritePropertyName("of");
            json.WriteRawValue(of);
            json.WriteNumber("overlap", place.Edition.Overlap);
        }

        json.WriteEndObject();
    }

    /// <summary>Adds each text to the index and lets go of it: memory holds about 3.5 kB for an article, whatever its page took.</summary>
    private static List<Row> ReadRows(string input, string? knowledge, StoryIndex index)
    {
        string folder = input == "-" ? "." : Path.GetDirectoryName(Path.GetFullPath(input))!;
        string name = input == "-" ? "line" : Path.GetFileName(input);
        var articles = new Lazy<ArticleReader>(() => new ArticleReader(Construction.LoadKnowledge(knowledge)));
        var rows = new List<Row>();
        using Stream lines = StandardStreams.OpenInput(input);
        foreach (InputLine line in LineReader.Lines(lines))
        {
            InputRow row = InputRows.Parse(line, folder, name);
            Refused? problem = row.Problem;
            if (row.Page is { Format: PageFormat.PlainText } plain)
            {
                index.Add(TextOf(row.Id, System.Text.Encoding.UTF8.GetString(plain.Bytes.Span), plain.Known.Published) with { Outlet = plain.Known.Outlet });
            }
            else if (row.Page is { } page)
            {
                switch (articles.Value.Read(page))
                {
                    case ArticleRead { Article: var article }:
                        index.Add(TextOf(row.Id, article.Text, article.Published?.Value.Day) with
                        {
                            Time = article.Published?.Value.Time,
                            Offset = article.Published?.Value.Offset,
                            Outlet = article.Outlet?.Value,
                            Agency = article.Agency?.Value,
                            Updated = article.Updated is not null,
                        });
                        break;
                    case Refused why:
                        problem = why;
                        break;
                    case var other:
                        throw new InvalidOperationException(other.GetType().Name);
                }
            }

            rows.Add(problem is null ? default : new Row(row.Id, $"{name}:{row.Line}", problem));
        }

        return rows;
    }

    private static StoryText TextOf(string? id, string text, DateOnly? published) => new(id ?? $"\"{TextId.Of(text).Value}\"", text, published);

    /// <param name="Id">As JSON; null when the line gives none.</param>
    /// <param name="Problem">Null for a line whose text is in the index.</param>
    private readonly record struct Row(string? Id, string Name, Refused? Problem);
}
