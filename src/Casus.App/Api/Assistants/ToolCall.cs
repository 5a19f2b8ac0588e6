using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Casus.App.Store;
using Casus.App.Web;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Api;

/// <summary>What an assistant asks of a tool.</summary>
internal sealed class ToolCall
{
    private readonly ImmutableDictionary<string, string> words;

    /// <exception cref="Trouble">A word is none of the tool's, or is missing.</exception>
    public ToolCall(AssistantTool tool, IDictionary<string, JsonElement>? arguments, CasusStore store, World world)
    {
        (Store, World) = (store, world);
        words = (arguments ?? ImmutableDictionary<string, JsonElement>.Empty).Where(a => a.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False)).ToImmutableDictionary(a => a.Key, a => Text(a.Key, a.Value));
        string[] known = [.. tool.Parameters.Select(p => p.Name)];
        if (words.Keys.FirstOrDefault(k => !known.Contains(k)) is { } unknown)
        {
            throw Trouble.Usage($"{tool.Name} takes no {Plain.Shortened(unknown, 60)}; it takes {string.Join(", ", known)}.");
        }

        if (tool.Parameters.FirstOrDefault(p => p.Required && !words.ContainsKey(p.Name)) is { } missing)
        {
            throw Trouble.Usage($"{tool.Name} needs {missing.Name}: {missing.Says}");
        }
    }

    public CasusStore Store { get; }

    public World World { get; }

    public KnowledgeBase Knowledge => World.Knowledge;

    public string? this[string name] => words.GetValueOrDefault(name);

    public FilterForm Form => new(words.Where(w => FilterForm.Fields.Contains(w.Key)).ToImmutableDictionary());

    /// <exception cref="Trouble">It is no id of that kind.</exception>
    public string Id(string name, string table) => new Lookup(Store).Complete(table, Ids.Check(this[name]!));

    public int? Number(string name, int least, int most) => this[name] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number : throw Trouble.Usage($"{name}: give a number from {least} to {most}.");

    public Event Event() => new Lookup(Store).Event(Id("event", "event"));

    private static string Text(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: > 0 and <= Limits.Field } text => text.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "1",
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(v => Text(name, v))),
        _ => throw Trouble.Usage($"{Plain.Shortened(name, 60)}: give a text of at most {Limits.Field} letters, or a number."),
    };
}
