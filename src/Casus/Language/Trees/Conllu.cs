using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>One line of ten columns.</summary>
public sealed record ConlluLine(ImmutableArray<string> Columns)
{
    public string Id => Columns[0];

    public string Form => Columns[1];

    /// <summary>A written token that holds several words ("3-4").</summary>
    public bool IsRange => Id.Contains('-', StringComparison.Ordinal);

    /// <summary>A word of the enhanced graph only ("8.1").</summary>
    public bool IsEmpty => Id.Contains('.', StringComparison.Ordinal);

    public bool IsWord => !IsRange && !IsEmpty;

    public bool SpaceAfter => !Columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
}

public sealed record ConlluSentence(ImmutableArray<string> Comments, ImmutableArray<ConlluLine> Lines)
{
    public IEnumerable<ConlluLine> Words => Lines.Where(l => l.IsWord);
}

/// <summary>Reads CoNLL-U a sentence at a time.</summary>
public static class ConlluReader
{
    /// <exception cref="InvalidDataException">A line is neither a comment nor ten columns; the message names it.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        var comments = ImmutableArray.CreateBuilder<string>();
        var lines = ImmutableArray.CreateBuilder<ConlluLine>();
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (lines.Count > 0)
                {
                    yield return new(comments.DrainToImmutable(), lines.DrainToImmutable());
                }

                continue;
            }

            if (line[0] == '#' && lines.Count == 0)
            {
                comments.Add(line);
                continue;
            }

            string[] columns = line.Split('\t');
            if (columns.Length != 10)
            {
                throw new InvalidDataException($"CoNLL-U line {number}: {columns.Length} columns, expected 10 parted by tabs.");
            }

            lines.Add(new([.. columns]));
        }

        if (lines.Count > 0)
        {
            yield return new(comments.DrainToImmutable(), lines.DrainToImmutable());
        }
    }
}
