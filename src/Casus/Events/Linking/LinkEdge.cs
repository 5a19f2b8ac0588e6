namespace Casus.Events;

/// <summary>Two rows that may be joined. The surest come first: what people judged, what an article says of itself, then by the sum of the features.</summary>
public readonly record struct LinkEdge(double Score, int A, int B) : IComparable<LinkEdge>
{
    public const double Judged = 1000, LinkedByCoder = 100;

    public bool IsJudged => Score >= Judged;

    public bool IsFromText => Score >= LinkedByCoder;

    public int CompareTo(LinkEdge other)
    {
        int order = other.Score.CompareTo(Score);
        order = order != 0 ? order : A.CompareTo(other.A);
        return order != 0 ? order : B.CompareTo(other.B);
    }
}
