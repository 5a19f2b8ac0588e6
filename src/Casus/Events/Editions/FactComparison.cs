using System.Collections.Immutable;

namespace Casus.Events;

internal sealed record EditionText(string Text, ImmutableArray<TextSpan> Sentences);

/// <summary>Which facts two editions tell differently. A fact that the other edition tells in another sentence is not lost.</summary>
internal sealed class FactComparison
{
    private readonly FactReader reader;
    private readonly EditionText earlier, later;
    private readonly Side earlierSide, laterSide;

    public FactComparison(FactReader reader, EditionText earlier, EditionText later)
    {
        (this.reader, this.earlier, this.later) = (reader, earlier, later);
        HashSet<string> capitals = new(StringComparer.Ordinal);
        foreach (EditionText edition in (EditionText[])[earlier, later])
        {
            foreach (TextSpan sentence in edition.Sentences)
            {
                FactReader.AddCapitals(edition.Text, sentence, capitals);
            }
        }

        (earlierSide, laterSide) = (new Side(earlier, reader, capitals), new Side(later, reader, capitals));
        Capitals = capitals;
    }

    private HashSet<string> Capitals { get; }

    /// <summary>Numbers that replace one another are paired; names on end are one.</summary>
    public ImmutableArray<FactDifference> Of(TextSpan? old, TextSpan? now)
    {
        List<Fact> before = Facts(earlier, old), after = Facts(later, now);
        List<Fact> lost = [.. before.Where(f => !Has(after, f) && !laterSide.Tells(f))], gained = [.. after.Where(f => !Has(before, f) && !earlierSide.Tells(f))];
        // A number that has another in its place was changed, though the same number may stand elsewhere.
        List<Fact> oldNumbers = [.. before.Where(f => f.Kind == FactKind.Number && !Has(after, f))], newNumbers = [.. after.Where(f => f.Kind == FactKind.Number && !Has(before, f))];
        var found = ImmutableArray.CreateBuilder<FactDifference>();
        if (oldNumbers.Count == newNumbers.Count && (lost.Any(f => f.Kind == FactKind.Number) || gained.Any(f => f.Kind == FactKind.Number)))
        {
            found.AddRange(oldNumbers.Zip(newNumbers, (a, b) => new FactDifference(FactKind.Number, a.Span, b.Span)));
            lost.RemoveAll(f => f.Kind == FactKind.Number);
            gained.RemoveAll(f => f.Kind == FactKind.Number);
        }

        List<Fact> goneNames = Runs(lost, earlier.Text), newNames = Runs(gained, later.Text);
        foreach (Fact gone in goneNames)
        {
            int at = newNames.FindIndex(f => IsSpelling(gone, f));
            found.Add(new FactDifference(gone.Kind, gone.Span, at < 0 ? null : newNames[at].Span));
            if (at >= 0)
            {
                newNames.RemoveAt(at);
            }
        }

        found.AddRange(newNames.Select(r => new FactDifference(r.Kind, null, r.Span)));
        return found.ToImmutable();
    }

    /// <summary>Names in each other's place that begin alike are one in two spellings.</summary>
    private static bool IsSpelling(Fact a, Fact b) =>
        a.Kind == FactKind.Name && b.Kind == FactKind.Name && a.Value.AsSpan().CommonPrefixLength(b.Value) >= 3;

    private static bool Has(List<Fact> facts, Fact fact) => facts.Exists(f => f.Kind == fact.Kind && f.Value == fact.Value);

    private List<Fact> Facts(EditionText edition, TextSpan? span)
    {
        var facts = new List<Fact>();
        foreach (TextSpan sentence in edition.Sentences)
        {
            if (span is { } part && sentence.Begin >= part.Begin && sentence.End <= part.End)
            {
                reader.Read(edition.Text, sentence, Capitals, facts);
            }
        }

        return facts;
    }

    /// <summary>Names with nothing but blanks between them are one, and each is told once.</summary>
    private static List<Fact> Runs(List<Fact> facts, string text)
    {
        var runs = new List<Fact>();
        foreach (Fact fact in facts)
        {
            if (runs.Count > 0 && fact.Kind == FactKind.Name && runs[^1].Kind == FactKind.Name && fact.Span.Begin >= runs[^1].Span.End && string.IsNullOrWhiteSpace(text[runs[^1].Span.End..fact.Span.Begin]))
            {
                runs[^1] = new Fact(FactKind.Name, new TextSpan(runs[^1].Span.Begin, fact.Span.End), runs[^1].Value + fact.Value);
            }
            else
            {
                runs.Add(fact);
            }
        }

        return [.. runs.DistinctBy(r => (r.Kind, r.Value))];
    }

    /// <summary>All that one edition tells.</summary>
    private sealed class Side
    {
        /// <summary>Shorter words may stand inside of others by chance.</summary>
        private const int Long = 5;

        private readonly HashSet<(FactKind, string)> facts = [];
        private readonly HashSet<string> words = new(StringComparer.Ordinal);
        private readonly string letters;

        public Side(EditionText edition, FactReader reader, HashSet<string> capitals)
        {
            var read = new List<Fact>();
            foreach (TextSpan sentence in edition.Sentences)
            {
                reader.Read(edition.Text, sentence, capitals, read);
                words.UnionWith(SentenceWords.Of(edition.Text, sentence).Select(w => SentenceWords.Folded(w.In(edition.Text))));
            }

            facts.UnionWith(read.Select(f => (f.Kind, f.Value)));
            letters = SentenceWords.Folded(edition.Text);
        }

        /// <summary>A name that is written together with another, or in a derived form, is told.</summary>
        public bool Tells(Fact fact) =>
            facts.Contains((fact.Kind, fact.Value))
            || (fact.Kind == FactKind.Name && (words.Contains(fact.Value) || (fact.Value.Length >= Long && letters.Contains(fact.Value.TrimEnd('s'), StringComparison.Ordinal))));
    }
}
