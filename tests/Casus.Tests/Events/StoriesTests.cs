using System.Collections.Immutable;
using Casus.Events;
using Xunit;

namespace Casus.Tests.Events;

/// <summary>Copies, edits, rewrites and excerpts are one story; a shared quotation is not.</summary>
public sealed class StoriesTests
{
    private static readonly string[] Parts =
    [
        "Engineers opened the upper sluice of the dam on Monday after three days of rain had filled the lake behind it to the brim.",
        "The water ran down to the plain in the night and took a footbridge and two boats with it, but nobody was hurt.",
        "A farmer who lives below the dam said he had heard the siren at midnight and had driven his goats up to the chapel.",
        "The province will pay for the footbridge, its governor told reporters, and wants a second siren at the bend of the river.",
        "Forecasters expect more rain towards the end of the week, when the lake may have to be lowered once again.",
        "The dam was built sixty years ago and its gates were renewed last spring at a cost of nine million crowns.",
    ];

    private static readonly string Whole = string.Join(' ', Parts);

    private static StoryText Text(string id, string text, int day = 1) => new(id, text, new DateOnly(2024, 5, day));

    private static StoryPlace[] Places(params StoryText[] texts) => [.. StoryGrouping.Places(texts)];

    [Fact]
    public void The_earliest_is_the_original_and_kinds_say_how_the_others_derive()
    {
        string edited = Whole.Replace("Monday", "Tuesday", StringComparison.Ordinal).Replace("nobody was hurt", "no one came to harm", StringComparison.Ordinal)
            .Replace("had driven his goats", "drove the goats", StringComparison.Ordinal);
        string rewritten = $"After three days of rain the lake was full, and the sluice of the dam had to be opened on Monday. {Parts[1]} Nobody slept much. {Parts[3]} "
            + "There may be more of it on Friday or Saturday, say those who know. Gates were put in new last year; the wall itself is sixty years old and will need work before long.";
        StoryPlace[] places = Places(
            Text("excerpt", $"{Parts[0]} {Parts[1]}", 4), Text("rewrite", rewritten, 5), Text("copy", Whole.ToUpperInvariant(), 2), Text("original", Whole), Text("edit", edited, 3),
            Text("other", "The council of the harbour town voted on Monday for a new fish hall and against a car park beside it, by nine votes to six."));

        Assert.Equal(["excerpt", "rewrite", "copy", "original", "edit", "original"], places.Select(p => p.Edition.Kind));
        Assert.Single(places[..5].Select(p => p.StoryId).Distinct());
        Assert.NotEqual(places[0].StoryId, places[5].StoryId);
        Assert.Null(places[3].Edition.Of);
        Assert.All(places[..3], p => Assert.NotNull(p.Edition.Of));
    }

    [Fact]
    public void A_shared_quotation_does_not_make_a_story()
    {
        const string quote = "“We shall open the upper sluice whenever the lake stands within a hand of the brim, and we shall warn everybody who lives below the dam before we do so,” the engineer said.";
        StoryPlace[] places = Places(
            Text("a", $"{Parts[0]} {Parts[1]} {quote} {Parts[2]}"),
            Text("b", $"Plans for a second dam were shown in the capital. {quote} Critics doubt that the money will last, and the valley's mayors have not been asked at all so far about roads, pipes or houses."));

        Assert.NotEqual(places[0].StoryId, places[1].StoryId);
    }

    [Fact]
    public void A_digest_of_many_texts_is_none_of_them()
    {
        string[] briefs = [.. Enumerable.Range(0, 40).Select(i => string.Join(' ', Enumerable.Range(0, 40).Select(j => $"word{i}x{j * 7}")))];
        StoryPlace[] places = Places([.. briefs.Select((b, i) => Text($"t{i:00}", b)), Text("digest", string.Join(' ', briefs), 9)]);

        Assert.Equal(41, places.Select(p => p.StoryId).Distinct().Count());
    }

    [Fact]
    public void Neither_order_nor_repetition_changes_the_result()
    {
        StoryText[] texts =
        [
            Text("a", Whole), Text("b", $"{Parts[3]} {Parts[4]}", 2), Text("c", Parts[2], 3), Text("d", Whole + " More tomorrow.", 2), Text("e", ""), Text("f", "One line."), Text("g", "One line."),
        ];
        ImmutableArray<Story> stories = StoryGrouping.Group(texts);

        var chance = new Random(7);
        for (int round = 0; round < 20; round++)
        {
            chance.Shuffle(texts);
            ImmutableArray<Story> again = StoryGrouping.Group(texts);
            Assert.Equal(stories.Select(Shape), again.Select(Shape));
        }
    }

    [Fact]
    public void A_text_in_a_hundred_papers_is_one_story()
    {
        StoryPlace[] places = Places([.. Enumerable.Range(0, 120).Select(i => Text($"p{i:000}", $"{Whole} Printed in paper number {i}."))]);

        Assert.Single(places.Select(p => p.StoryId).Distinct());
        Assert.Equal("original", places[0].Edition.Kind);
    }

    [Fact]
    public void Empty_and_short_texts_stay_alone_unless_they_are_the_same()
    {
        StoryPlace[] places = Places(Text("a", ""), Text("b", ""), Text("c", "Shots heard."), Text("d", "Shots heard!"), Text("e", "Shots fired."));

        Assert.Equal(4, places.Select(p => p.StoryId).Distinct().Count());
        Assert.Equal(places[2].StoryId, places[3].StoryId);
    }

    private static string Shape(Story story) => story.Id + ": " + string.Join(", ", story.Editions.Select(e => e.ToString()));
}
