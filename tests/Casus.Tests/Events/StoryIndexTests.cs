using Casus.Events;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Events;

/// <summary>The same texts in any order and in any portions give the same stories, ids, kinds and derivations.</summary>
public sealed class StoryIndexTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 400).Select(i => $"{(char)('a' + (i % 26))}{"aeiou"[i % 5]}{(char)('b' + (i * 7 % 24))}{new string((char)('a' + (i * 11 % 26)), i % 6)}{i}")];

    /// <summary>A pool of texts with every kind of relative: the same words, cuts, edits, one quotation, one agency, parts of one whole.</summary>
    private static readonly StoryText[] Pool = [.. Enumerable.Range(0, 12).SelectMany(Family)];

    [Fact]
    public void Neither_order_nor_portions_change_anything() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue - 1)),
        seed =>
        {
            var chance = new Random(seed);
            StoryText[] texts = [.. Pool.Where(_ => chance.Next(3) > 0)];
            string[] expected = Shape(Whole(texts));
            chance.Shuffle(texts);
            return expected.SequenceEqual(Shape(Whole(texts))) && expected.SequenceEqual(Shape(InPortions(texts, chance)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_pool_has_every_kind_of_edition()
    {
        StoryIndex index = Whole(Pool);
        Assert.Equal(["copy", "edit", "excerpt", "original", "rewrite"], index.Places().Select(p => p.Edition.Kind).Distinct().Order());
        Assert.NotEmpty(index.Passages());
    }

    [Fact]
    public void Parts_of_one_whole_are_no_reprints_of_one_another()
    {
        string text = string.Join(' ', Words.Take(80));
        StoryText[] parts = [new("a", text, null) { Whole = "live" }, new("b", text, null) { Whole = "live" }];

        Assert.Equal(2, StoryGrouping.Group(parts).Length);
        Assert.Single(StoryGrouping.Group([parts[0], parts[1] with { Whole = null }]));
    }

    [Fact]
    public void What_one_agency_wrote_is_one_story_though_more_was_written_around_it()
    {
        string shared = string.Join(" and ", new[] { 60, 80, 120, 160 }.Select(i => string.Join(' ', Words.Skip(i).Take(8))));
        StoryText first = new("a", $"{string.Join(' ', Words.Take(30))} {shared} {string.Join(' ', Words.Skip(280).Take(90))}", new DateOnly(2024, 3, 1)) { Agency = "Northern Wire", Outlet = "Northern Wire" };
        StoryText longer = new("b", $"{string.Join(' ', Words.Skip(200).Take(70))} {shared.Replace("and", "but", StringComparison.Ordinal)} {string.Join(' ', Words.Skip(370).Take(30))}", new DateOnly(2024, 3, 1)) { Agency = "Northern Wire", Outlet = "The Plain" };

        Assert.Single(StoryGrouping.Group([first, longer]));
        Assert.Equal("a", StoryGrouping.Group([first, longer])[0].Editions[0].ArticleId);
        Assert.Equal(2, StoryGrouping.Group([first, longer with { Agency = null }]).Length);
    }

    [Fact]
    public void A_statement_quoted_at_length_is_shared_and_makes_no_story()
    {
        string statement = string.Join(' ', Words.Take(60));
        var index = new StoryIndex(passages: true);
        index.Add(new StoryText("release", $"{statement}. {string.Join(' ', Words.Skip(100).Take(50))}", null));
        index.Add(new StoryText("paper", $"{string.Join(' ', Words.Skip(200).Take(30))} “{string.Join(' ', Words.Take(30))}” he said. “{string.Join(' ', Words.Skip(30).Take(30))}” {string.Join(' ', Words.Skip(250).Take(60))}", null));

        Assert.Equal(2, index.Stories().Length);
        SharedPassage passage = Assert.Single(index.Passages());
        Assert.Equal(("paper", "release"), (passage.A, passage.B));
        Assert.InRange(passage.Words, 28, 32);
    }

    [Fact]
    public void The_same_day_the_agency_comes_first_then_the_clock()
    {
        string text = string.Join(' ', Words.Take(80));
        var day = new DateOnly(2024, 3, 1);
        StoryText[] texts =
        [
            new("late", text + " one", day) { Time = new TimeOnly(18, 0), Offset = TimeSpan.FromHours(5) },
            new("early", text + " two", day) { Time = new TimeOnly(12, 30), Offset = TimeSpan.Zero },
            new("wire", text + " six", day) { Outlet = "Northern Wire" },
            new("credits", text + " ten", day) { Agency = "northern wire" },
        ];

        Assert.Equal(["wire", "early", "late", "credits"], StoryGrouping.Group(texts)[0].Editions.Select(e => e.ArticleId)
            .OrderBy(id => Array.IndexOf(["wire", "early", "late", "credits"], id)));
        Assert.Equal(["wire", "early", "late", "credits"], [.. StoryGrouping.Group(texts)[0].Editions.Select(e => e.ArticleId)]);
    }

    private static StoryIndex Whole(IEnumerable<StoryText> texts)
    {
        var index = new StoryIndex(passages: true);
        foreach (StoryText text in texts)
        {
            index.Add(text);
        }

        return index;
    }

    /// <summary>As a store does it: every portion meets a new index that is told of what came before.</summary>
    private static StoryIndex InPortions(StoryText[] texts, Random chance)
    {
        var known = new List<KnownOverlap>();
        int done = 0;
        while (true)
        {
            var index = new StoryIndex(passages: true);
            foreach (StoryText text in texts[..done])
            {
                index.Know(text);
            }

            int until = Math.Min(texts.Length, done + 1 + chance.Next(texts.Length));
            foreach (StoryText text in texts[done..until])
            {
                index.Add(text, [.. Nearby(text, texts[..done])]);
            }

            known.ForEach(index.Know);
            known.AddRange(index.Found);
            done = until;
            if (done == texts.Length)
            {
                return index;
            }
        }
    }

    /// <summary>What shares enough with a text by the keys of the two alone.</summary>
    private static IEnumerable<NearbyText> Nearby(StoryText text, StoryText[] others)
    {
        StoryKeys own = new(), keys = new();
        own.Read(text.Text);
        foreach (StoryText other in others)
        {
            keys.Read(other.Text);
            if (own.Grams.Intersect(keys.Grams).Count() >= StoryKeys.Needed(own.Size, keys.Size))
            {
                yield return new NearbyText(other.Id, ByPassage: false);
            }

            if (own.Passages.Intersect(keys.Passages).Any())
            {
                yield return new NearbyText(other.Id, ByPassage: true);
            }
        }
    }

    private static string[] Shape(StoryIndex index) =>
        [.. index.Stories().Select(s => s.Id + ": " + string.Join(", ", s.Editions)), .. index.Passages().Select(p => p.ToString())];

    private static IEnumerable<StoryText> Family(int number)
    {
        var chance = new Random(number);
        string[] own = [.. Enumerable.Range(0, 60 + chance.Next(300)).Select(_ => Words[chance.Next(Words.Length)])];
        DateOnly? day = number % 4 == 0 ? null : new DateOnly(2024, 1, 1 + number);
        string whole = string.Join(' ', own);
        yield return new StoryText($"{number}-a", whole, day);
        yield return new StoryText($"{number}-b", whole, day);
        yield return new StoryText($"{number}-c", whole.ToUpperInvariant(), day?.AddDays(1)) { Agency = "Northern Wire" };
        yield return new StoryText($"{number}-d", string.Join(' ', own[..(own.Length / 2)]), day) { Time = new TimeOnly(8, 0) };
        yield return new StoryText($"{number}-e", string.Join(' ', own.Select(w => chance.Next(10) == 0 ? "other" + w : w)), day?.AddDays(-1)) { Outlet = "northern wire" };
        yield return new StoryText($"{number}-f", string.Join(' ', own.Select(w => chance.Next(4) == 0 ? "else" + w : w)), day?.AddDays(2));
        yield return new StoryText($"{number}-g", $"{string.Join(' ', own.Reverse())} {Quoted(number)}", day) { Whole = number % 3 == 0 ? "blog" : null };
    }

    private static string Quoted(int number) => number % 2 == 0 ? $"“{string.Join(' ', Words.Take(40))}”" : "";
}
