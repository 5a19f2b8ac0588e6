using Casus.App;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;
using Casus.Events;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Stories that grow page by page are those that all pages form at once: with reprints, cuts, edits, statements and standing text.</summary>
public sealed class StoryGrowthTests : IDisposable
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 300).Select(i => $"{(char)('a' + (i % 26))}{"aeiou"[i % 5]}{(char)('b' + (i * 7 % 24))}{new string((char)('a' + (i * 11 % 26)), i % 6)}{i}")];

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Growing_gives_what_comparing_all_gives(int seed)
    {
        string[] texts = [.. Enumerable.Range(0, 26).SelectMany(n => Family(n, new Random((seed * 100) + n)))];
        new Random(seed).Shuffle(texts);
        string whole = Stories(texts, texts.Length, "whole.db"), grown = Stories(texts, 9, "grown.db");

        Assert.Equal(whole, grown);
        Assert.Contains("edit", whole, StringComparison.Ordinal);
        Assert.Contains("passage", whole, StringComparison.Ordinal);
    }

    private string Stories(string[] texts, int portion, string name)
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Path(name));
        int number = 0;
        foreach (string[] some in texts.Chunk(portion))
        {
            using (var writer = new PageWriter(store, new Provenance("k", "m", null), DateTimeOffset.UnixEpoch))
            {
                foreach (string text in some)
                {
                    writer.Add(Told.Page($"{number++}.txt", text));
                }
            }

            store.Write(() =>
            {
                StoryWriter.Write(store, JudgementBook.Empty);
                return 0;
            });
        }

        using Statement rows = store.Prepare("SELECT story_id, article_id, position || kind || ifnull(derives_from, '') || overlap FROM edition UNION ALL SELECT id, '', editions FROM story UNION ALL SELECT article_id, other_id, 'passage ' || words FROM passage ORDER BY 1, 2, 3");
        return string.Join('\n', rows.Rows(r => $"{r.GetString(0)} {r.GetString(1)} {r.GetValue(2)}"));
    }

    private static IEnumerable<string> Family(int number, Random chance)
    {
        string[] own = [.. Enumerable.Range(0, 50 + chance.Next(250)).Select(_ => Words[chance.Next(Words.Length)] + (number % 7))];
        string notice = string.Join(' ', Words.Take(30)), whole = string.Join(' ', own);
        yield return $"{whole} {notice}";
        yield return string.Join(' ', own[..(own.Length / 2)]);
        yield return string.Join(' ', own.Select(w => chance.Next(9) == 0 ? "other" + w : w));
        yield return $"{string.Join(' ', own.Reverse())} “{string.Join(' ', Words.Skip(number * 2).Take(40))}” {(number % 2 == 0 ? notice : "")}";
        yield return $"Printed in {number}. {string.Join(' ', own.Select(w => chance.Next(4) == 0 ? "else" + w : w))}";
    }
}
