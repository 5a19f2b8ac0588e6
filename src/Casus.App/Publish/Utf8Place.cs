namespace Casus.App.Publish;

/// <summary>Bytes behind each other in a place that is known to be large enough.</summary>
internal ref struct Utf8Place(Span<byte> place)
{
    private readonly Span<byte> place = place;

    public int Length { get; private set; }

    /// <summary>What is left of it.</summary>
    public readonly Span<byte> Rest => place[Length..];

    public void Put(byte one) => place[Length++] = one;

    public void Put(ReadOnlySpan<byte> some)
    {
        some.CopyTo(Rest);
        Length += some.Length;
    }

    /// <param name="count">Bytes that were written into <see cref="Rest"/>.</param>
    public void Advance(int count) => Length += count;
}
