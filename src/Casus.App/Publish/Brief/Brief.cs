using System.Collections.Immutable;

namespace Casus.App.Publish;

/// <summary>A report on a time, a place and actors, in which every sentence has its evidence.</summary>
/// <param name="Facts">What it was made from: name and value.</param>
/// <param name="Sources">In the order of their numbers, from 1.</param>
internal sealed record Brief(string Title, ImmutableArray<(string Name, string Value)> Facts, ImmutableArray<BriefSection> Sections, ImmutableArray<Citation> Sources);

internal sealed record BriefSection(string Heading, ImmutableArray<BriefPart> Parts);

/// <summary>A sentence, a heading, a table or a figure.</summary>
internal abstract record BriefPart;

internal sealed record BriefHeading(string Text) : BriefPart;

/// <summary>A sentence about the world. It cannot be made without evidence.</summary>
internal sealed record BriefSentence : BriefPart
{
    /// <param name="text">Without the full stop.</param>
    /// <param name="citations">Numbers of the sources that say so.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public BriefSentence(string text, IEnumerable<int> citations)
    {
        Text = text.TrimEnd('.');
        Citations = [.. citations.Distinct().Order()];
        if (Citations.IsEmpty)
        {
            throw new ArgumentException("A sentence without evidence is not written.", nameof(citations));
        }
    }

    public string Text { get; }

    /// <summary>Ascending.</summary>
    public ImmutableArray<int> Citations { get; }
}

/// <param name="Numbers">Columns after the first hold numbers.</param>
internal sealed record BriefTable(ImmutableArray<string> Columns, ImmutableArray<BriefRow> Rows, bool Numbers = false) : BriefPart
{
    public bool IsCited => Rows.Any(r => !r.Citations.IsEmpty);
}

/// <param name="Cells">As people read them.</param>
/// <param name="Citations">Numbers of the sources, ascending; none for what the record counts of itself.</param>
internal sealed record BriefRow(ImmutableArray<string> Cells, ImmutableArray<int> Citations);

/// <param name="Svg">The drawing's markup, in one line.</param>
internal sealed record BriefFigure(BriefSentence Caption, string Svg) : BriefPart;
