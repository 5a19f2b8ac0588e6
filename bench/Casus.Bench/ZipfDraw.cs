namespace Casus.Bench;

/// <summary>Draws numbers below a count by Zipf's law: how likely one is falls with a power of its rank and an offset. A table tells where to begin looking.</summary>
internal sealed class ZipfDraw
{
    private const int Guides = 1 << 16;

    private readonly double[] sums;
    private readonly int[] guide = new int[Guides];

    public ZipfDraw(int count, double exponent, double offset)
    {
        sums = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sums[i] = sum += 1 / Math.Pow(i + offset, exponent);
        }

        for (int i = 0, at = 0; i < Guides; i++)
        {
            while (sums[at] < sum * i / Guides)
            {
                at++;
            }

            guide[i] = Math.Max(0, at - 1);
        }
    }

    public int Next(Random chance)
    {
        double part = chance.NextDouble(), least = part * sums[^1];
        int at = guide[(int)(part * Guides)];
        while (sums[at] < least)
        {
            at++;
        }

        return at;
    }
}
