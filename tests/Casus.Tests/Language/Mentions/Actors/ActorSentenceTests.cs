using System.Collections.Immutable;
using System.Globalization;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language.Mentions;

/// <summary>The sentences of actors.tsv: on that day, whom do the words mean?</summary>
public sealed class ActorSentenceTests
{
    private static readonly MentionReader Reader = new(Real.Knowledge, RepositoryModel.Mentions);

    public static TheoryData<int, string, string, string, string, string> Cases()
    {
        var cases = new TheoryData<int, string, string, string, string, string>();
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryModel.Root(), "tests", "Casus.Tests", "Language", "Mentions", "Actors", "actors.tsv"));
        for (int i = 0; i < lines.Length; i++)
        {
            string[] cells = lines[i].Split('\t');
            if (lines[i].Length > 0 && lines[i][0] != '#' && cells[0] != "day")
            {
                Assert.Equal(5, cells.Length);
                cases.Add(i + 1, cells[0], cells[1], cells[2], cells[3], cells[4]);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_words_mean_who_is_meant(int line, string day, string sentence, string words, string actor, string @class)
    {
        DateOnly? published = day.Length == 0 ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        int begin = sentence.LastIndexOf(words, StringComparison.Ordinal);
        Assert.True(begin >= 0, $"actors.tsv:{line}: the words are not in the sentence");
        var span = new TextSpan(begin, begin + words.Length);
        ImmutableArray<Mention> mentions = Reader.Read(Real.Article(sentence, published), Real.Parse(sentence)).Mentions;
        Mention[] same = [.. mentions.Where(m => Bare(m.Span, sentence) == Bare(span, sentence))];
        Mention[] touching = [.. mentions.Where(m => m.Span.Overlaps(span))];
        if (actor == "-")
        {
            Assert.All(same.Length > 0 ? same : touching, m => Assert.Null(m.Actor));
            AssertClass(same, @class);
            return;
        }

        Mention[] found = same.Length > 0 ? same : [.. touching.OrderByDescending(m => m.Span.Length).Take(1)];
        string[] allowed = actor.Split(',');
        Assert.Contains(found, m => m.Actor is { } who && allowed.Contains(who.ActorId));
        AssertClass([.. found.Where(m => m.Actor is { } who && allowed.Contains(who.ActorId))], @class);
    }

    [Fact]
    public void Every_actor_of_the_cases_is_in_knowledge() =>
        Assert.DoesNotContain(Cases().SelectMany(c => c.Data.Item5.Split(',')), id => id != "-" && Real.Knowledge.Actors.Find(id) is null);

    private static void AssertClass(Mention[] found, string @class)
    {
        if (@class.Length > 0)
        {
            Assert.Contains(found, m => m.Class == @class);
        }
    }

    private static TextSpan Bare(TextSpan span, string text)
    {
        foreach (string article in (string[])["The ", "the ", "A ", "a "])
        {
            if (text.AsSpan(span.Begin).StartsWith(article, StringComparison.Ordinal) && span.Length > article.Length)
            {
                return new TextSpan(span.Begin + article.Length, span.End);
            }
        }

        return span;
    }
}
