using System.Collections.Immutable;
using Casus.Events;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Events;

/// <summary>What an edition adds, drops and changes, and the facts that get lost on the way.</summary>
public sealed class EditionDiffTests
{
    private const string Earlier =
        "The ferry left Port Halden at noon with 46 passengers. It turned back in the sound when water reached the engine. "
        + "Captain Ilse Maren said that nobody had been in danger. The line was opened in March by the Coast Board.";

    [Fact]
    public void Numbers_and_names_that_differ_are_told()
    {
        ImmutableArray<DiffPart> parts = Diff(Earlier, Earlier.Replace("46", "sixty-four", StringComparison.Ordinal).Replace("Ilse Maren", "Ilsa Maren", StringComparison.Ordinal));

        Assert.Equal([DiffKind.Changed, DiffKind.Same, DiffKind.Changed, DiffKind.Same], parts.Select(p => p.Kind));
        Assert.Equal(["46|sixty-four", "Ilse|Ilsa"], Facts(parts, Earlier, Earlier.Replace("46", "sixty-four", StringComparison.Ordinal).Replace("Ilse Maren", "Ilsa Maren", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_value_written_otherwise_is_no_difference()
    {
        string later = Earlier.Replace("46", "forty-six", StringComparison.Ordinal).Replace("Captain Ilse Maren", "Ilse Maren’s crew", StringComparison.Ordinal);
        Assert.Empty(Facts(Diff(Earlier, later), Earlier, later));
    }

    [Fact]
    public void A_title_is_no_part_of_a_name()
    {
        string later = Earlier.Replace("Captain Ilse Maren said", "Harbour Minister Ove Dahl Brandt and a Justice of the UN General Assembly said", StringComparison.Ordinal);
        Assert.Equal(["Ilse Maren|", "|Ove Dahl Brandt", "|UN General Assembly"], Facts(Diff(Earlier, later), Earlier, later));
    }

    [Fact]
    public void A_sentence_that_moved_is_no_loss_and_one_that_was_parted_answers_both()
    {
        string later = "The line was opened in March by the Coast Board. The ferry left Port Halden at noon. It had 46 passengers. It turned back in the sound when water reached the engine. Gulls followed it.";
        ImmutableArray<DiffPart> parts = Diff(Earlier, later);

        Assert.Equal([DiffKind.Moved, DiffKind.Changed, DiffKind.Same, DiffKind.Dropped, DiffKind.Added], parts.Select(p => p.Kind).OrderBy(k => Array.IndexOf([DiffKind.Moved, DiffKind.Changed, DiffKind.Same, DiffKind.Dropped, DiffKind.Added], k)));
        Assert.Equal("The ferry left Port Halden at noon. It had 46 passengers.", parts.Single(p => p.Kind == DiffKind.Changed).Later!.Value.Of(later));
        Assert.Equal(["Ilse Maren|"], Facts(parts, Earlier, later));
    }

    [Fact]
    public void Every_sentence_of_both_is_told_once()
    {
        string later = "Rain fell. " + Earlier[60..] + " It was late.";
        ImmutableArray<DiffPart> parts = Diff(Earlier, later);

        Assert.Equal(Sentences(Earlier).Sum(s => s.Length), parts.Where(p => p.Earlier is not null).SelectMany(p => Sentences(Earlier).Where(s => s.Begin >= p.Earlier!.Value.Begin && s.End <= p.Earlier.Value.End)).Sum(s => s.Length));
        Assert.Equal(Sentences(later), parts.Where(p => p.Later is not null).SelectMany(p => Sentences(later).Where(s => s.Begin >= p.Later!.Value.Begin && s.End <= p.Later.Value.End)));
    }

    [Fact]
    public void Nothing_on_one_side_is_all_added_or_all_dropped()
    {
        Assert.All(Diff("", Earlier), p => Assert.Equal(DiffKind.Added, p.Kind));
        Assert.All(Diff(Earlier, ""), p => Assert.Equal(DiffKind.Dropped, p.Kind));
        Assert.Empty(Diff("", ""));
    }

    [Fact]
    public void The_longest_run_of_shared_words_is_found()
    {
        (TextSpan a, TextSpan b)? found = SharedStretch.Longest("They said: “We shall open the gate at dawn.” So they did.", "we shall open the gate tomorrow");
        Assert.Equal(("We shall open the gate", "we shall open the gate"), (found!.Value.a.Of("They said: “We shall open the gate at dawn.” So they did."), found.Value.b.Of("we shall open the gate tomorrow")));
        Assert.Null(SharedStretch.Longest("one", "two"));
    }

    private static ImmutableArray<DiffPart> Diff(string earlier, string later) => new EditionDiff(RepositoryKnowledge.Base).Of(earlier, Sentences(earlier), later, Sentences(later));

    private static ImmutableArray<TextSpan> Sentences(string text)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (int begin = 0; begin < text.Length;)
        {
            int end = text.IndexOf(". ", begin, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end + 1;
            spans.Add(new TextSpan(begin, end));
            begin = end + 1;
        }

        return spans.ToImmutable();
    }

    private static IEnumerable<string> Facts(ImmutableArray<DiffPart> parts, string earlier, string later) =>
        parts.SelectMany(p => p.Facts).Select(f => $"{f.Earlier?.Of(earlier)}|{f.Later?.Of(later)}");
}
