using System.Text;

namespace Casus.Bench;

/// <summary>
/// Texts of about 450 words from a seeded vocabulary: words and stock phrases fall by Zipf's law, frequent words are short, and about every
/// sixth text is a copy, edit, excerpt or rewrite of one of the last thousand. The same every time.
/// </summary>
internal sealed class GeneratedReprints
{
    private const int Vocabulary = 120_000, Phrases = 60_000, Remembered = 1000;

    private readonly Random chance = new(20241231);
    private readonly string[] words = new string[Vocabulary];
    private readonly int[][] phrases = new int[Phrases][];
    private readonly double[] wordSums, phraseSums;
    private readonly List<int[]> last = [];
    private readonly StringBuilder text = new();

    public GeneratedReprints()
    {
        wordSums = Sums(Vocabulary, 1.0, 2.7);
        phraseSums = Sums(Phrases, 0.75, 8);
        for (int i = 0; i < Vocabulary; i++)
        {
            words[i] = Word(i);
        }

        for (int i = 0; i < Phrases; i++)
        {
            phrases[i] = [.. Enumerable.Range(0, chance.Next(2, 6)).Select(_ => Drawn(wordSums))];
        }

        // Frequent phrases are of short words ("one of the"). With this spread, the share of 1,277 texts that hold a text's 3-grams, all and those of
        // 14 letters or more, is as measured in as many news articles: 0.0024 and 0.0014 on average, 0.013 and 0.006 at their 97th percentiles.
        double[] places = [.. phrases.Select(p => p.Average(w => words[w].Length) + (1.5 * Normal()))];
        Array.Sort(places, phrases);
    }

    public string Next()
    {
        int[] made = last.Count > 0 && chance.Next(6) == 0 ? Reprint(last[chance.Next(last.Count)]) : New((int)(390 * Math.Exp(0.55 * Normal())));
        if (last.Count < Remembered)
        {
            last.Add(made);
        }
        else
        {
            last[chance.Next(Remembered)] = made;
        }

        text.Clear();
        for (int i = 0; i < made.Length; i++)
        {
            text.Append(words[made[i]]).Append(i % 20 == 19 ? ". " : " ");
        }

        return text.ToString();
    }

    private int[] New(int length)
    {
        var made = new List<int>(length + 5);
        while (made.Count < length)
        {
            if (chance.Next(5) == 0)
            {
                made.AddRange(phrases[Drawn(phraseSums)]);
            }
            else
            {
                made.Add(Drawn(wordSums));
            }
        }

        return [.. made];
    }

    private int[] Reprint(int[] of) => chance.Next(4) switch
    {
        0 => of,
        1 => of[..Math.Max(Math.Min(60, of.Length), of.Length * 2 / 5)],
        2 => Replaced(of, 0.05),
        _ => Replaced(of, 0.2),
    };

    private int[] Replaced(int[] of, double share) => [.. of.Select(w => chance.NextDouble() < share ? Drawn(wordSums) : w)];

    private string Word(int rank)
    {
        var letters = new char[Math.Clamp(2 + (int)(Math.Log(rank + 1) * 0.55), 2, 11)];
        int number = rank;
        for (int i = 0; i < letters.Length; i++)
        {
            letters[i] = number > 0 || i < 2 ? (char)('a' + (number % 26)) : (char)('a' + chance.Next(26));
            number /= 26;
        }

        return new string(letters);
    }

    private int Drawn(double[] sums)
    {
        int at = Array.BinarySearch(sums, chance.NextDouble() * sums[^1]);
        return Math.Min(at < 0 ? ~at : at, sums.Length - 1);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    private static double[] Sums(int count, double exponent, double offset)
    {
        var sums = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sums[i] = sum += 1 / Math.Pow(i + offset, exponent);
        }

        return sums;
    }
}
