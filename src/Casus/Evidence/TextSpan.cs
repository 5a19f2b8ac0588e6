namespace Casus;

/// <summary>
/// A stretch of a text: zero-based, half-open, in UTF-16 units of the text it belongs to.
/// Publishing turns it into Unicode code points (see <see cref="CodePoints"/>).
/// </summary>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <exception cref="ArgumentOutOfRangeException">begin is negative or end lies before it.</exception>
    public TextSpan(int begin, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(begin);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, begin);
        Begin = begin;
        End = end;
    }

    public int Begin { get; }

    public int End { get; }

    public int Length => End - Begin;

    public bool IsEmpty => End == Begin;

    public bool Contains(int position) => position >= Begin && position < End;

    public bool Contains(TextSpan other) => other.Begin >= Begin && other.End <= End;

    public bool Overlaps(TextSpan other) => Begin < other.End && other.Begin < End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Begin, other.Begin), Math.Max(End, other.End));

    public string Of(string text) => text[Begin..End];

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Begin, Length);

    public int CompareTo(TextSpan other) => Begin != other.Begin ? Begin.CompareTo(other.Begin) : End.CompareTo(other.End);

    public override string ToString() => $"[{Begin},{End})";
}
