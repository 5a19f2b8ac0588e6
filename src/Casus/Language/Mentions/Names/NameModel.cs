using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>A mention as marked: tokens <paramref name="Begin"/> to <paramref name="End"/>, the last not included.</summary>
internal readonly record struct MarkedSpan(int Begin, int End, int Head, int Kind);

/// <summary>
/// Weights that mark mentions: a semi-Markov model (Sarawagi and Cohen 2004) whose stretches are scored by their words' borders and by how they lie
/// in the tree, over a log-linear model of what kind of thing a word heads. Immutable.
/// </summary>
public sealed class NameModel
{
    internal const int MostWords = 10;

    /// <summary>Labels of a word: outside, then begin, inside and end of each kind.</summary>
    internal static int Labels => 1 + 3 * Kinds.Length;

    /// <summary>Kinds of heads in GUM's terms; the first is none.</summary>
    internal static readonly ImmutableArray<string> HeadKinds = ["none", "person", "organization", "place", "object", "abstract", "event", "time", "other"];

    internal NameModel(string hash, WeightTable heads, WeightTable words, WeightTable spans)
    {
        if (heads.Width != HeadKinds.Length || words.Width != Labels || spans.Width != Kinds.Length)
        {
            throw new InvalidDataException("The weights of names were written by another version: train models/names.bin again with tools/Casus.Train.");
        }

        Hash = hash;
        Heads = heads;
        Words = words;
        Spans = spans;
    }

    /// <summary>Kinds that are marked; times, numbers and money have readers of their own.</summary>
    public static ImmutableArray<MentionKind> Kinds { get; } = [MentionKind.Person, MentionKind.Organisation, MentionKind.Location, MentionKind.Nationality, MentionKind.Weapon, MentionKind.MilitaryPlatform];

    public string Hash { get; }

    internal WeightTable Heads { get; }

    internal WeightTable Words { get; }

    internal WeightTable Spans { get; }

    /// <exception cref="InvalidDataException">The bytes are no weights of Casus, are of another version, or were damaged.</exception>
    public static NameModel Load(ReadOnlyMemory<byte> weights)
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sections = ModelFile.Read(weights);
        return new NameModel(ContentHash.OfBytes(weights.Span), Table("heads"), Table("words"), Table("spans"));

        WeightTable Table(string name) => sections.TryGetValue(name, out ReadOnlyMemory<byte> bytes) ? WeightTable.Read(bytes.Span)
            : throw new InvalidDataException($"The weights of names have no section '{name}': train models/names.bin again with tools/Casus.Train.");
    }
}
