using System.Collections.Immutable;

namespace Casus.App.Web;

/// <summary>Words of an article that carry a meaning.</summary>
/// <param name="Layer">One of <see cref="LayeredText.Layers"/>.</param>
/// <param name="Says">What they mean there, for who points at them.</param>
internal sealed record Highlight(TextSpan Span, string Layer, string Says);

/// <param name="Layers">Those that cover it, each once; empty for plain text.</param>
/// <param name="Marked">The address points at it.</param>
internal sealed record TextPiece(TextSpan Span, ImmutableArray<string> Layers, string Says, bool Marked);

/// <summary>Cuts a text where highlights begin and end, so that layers may overlap in any way.</summary>
internal static class LayeredText
{
    public static readonly ImmutableArray<(string Layer, string Name)> Layers = [("actor", "actors"), ("place", "places"), ("time", "times"), ("toll", "tolls"), ("speaker", "attributions"), ("trigger", "triggers"), ("claim", "sentences with claims")];

    /// <summary>The pieces of <paramref name="whole"/>, in order; together they are all of it.</summary>
    public static IEnumerable<TextPiece> Of(TextSpan whole, IReadOnlyList<Highlight> highlights, TextSpan? mark)
    {
        Highlight[] own = [.. highlights.Where(h => h.Span.Overlaps(whole))];
        var cuts = new SortedSet<int> { whole.Begin, whole.End };
        foreach (TextSpan span in own.Select(h => h.Span).Concat(mark is { } marked ? [marked] : []))
        {
            cuts.Add(Math.Clamp(span.Begin, whole.Begin, whole.End));
            cuts.Add(Math.Clamp(span.End, whole.Begin, whole.End));
        }

        int begin = whole.Begin;
        foreach (int end in cuts.Skip(1))
        {
            var piece = new TextSpan(begin, end);
            Highlight[] over = [.. own.Where(h => h.Span.Contains(piece))];
            yield return new TextPiece(piece, [.. over.Select(h => h.Layer).Distinct()], string.Join("; ", over.Where(h => h.Says.Length > 0).Select(h => h.Says).Distinct()), mark?.Contains(piece) ?? false);
            begin = end;
        }
    }
}
