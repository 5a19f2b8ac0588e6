using System.Text.Json;
using Xunit;

namespace Casus.Tests.App;

/// <summary><c>casus show story</c> tells what became of a text from one edition to the next.</summary>
public sealed class ShowStoryTests : IDisposable
{
    private const string Text =
        "Soldiers closed the bridge at Orvel on Monday after a shell had hit the customs house. The blast killed 12 people, said the governor, Pavo Lind. "
        + "Traders had to leave 40 lorries behind on the northern bank of the river. The bridge was built twenty years ago and carries most of the valley’s grain.";

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Editions_come_in_order_with_the_facts_that_differ_and_a_page_that_comes_later_joins()
    {
        string later = Text.Replace("12 people", "fourteen people", StringComparison.Ordinal).Replace(" Traders had", " In Orvel traders had", StringComparison.Ordinal) + " Grain prices rose at once.";
        place.Write("b.jsonl", Row("b", later, "2024-03-06", "The Valley"));
        Assert.Equal(0, place.Run("read", "b.jsonl", "--model", "fast").Exit);
        place.Write("a.jsonl", Row("a", Text, "2024-03-05", "Orvel Post"));
        Assert.Equal(0, place.Run("read", "a.jsonl", "--model", "fast").Exit);

        Ran shown = place.Run("show", "story", "s-");
        Assert.Contains("The Valley, 2024-03-06: edit of Orvel Post, 2024-03-05", shown.Output, StringComparison.Ordinal);
        Assert.Contains("changed: 12 → fourteen", shown.Output, StringComparison.Ordinal);
        Assert.Contains("+ Grain prices rose at once.", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Soldiers closed", shown.Output, StringComparison.Ordinal);
        Assert.Contains("Soldiers closed", place.Run("show", "story", "s-", "--full").Output, StringComparison.Ordinal);

        using JsonDocument json = JsonDocument.Parse(place.Run("show", "story", "s-", "--json").Output);
        JsonElement edition = json.RootElement.GetProperty("editions")[1];
        JsonElement fact = edition.GetProperty("diff").EnumerateArray().SelectMany(d => d.GetProperty("facts").EnumerateArray()).First();
        Assert.Equal(("number", "12", "fourteen"), (fact.GetProperty("kind").GetString(), fact.GetProperty("earlier").GetProperty("quote").GetString(), fact.GetProperty("later").GetProperty("quote").GetString()));
    }

    private static string Row(string id, string text, string day, string outlet) => JsonSerializer.Serialize(new { id, text, published = day, outlet }) + "\n";
}
