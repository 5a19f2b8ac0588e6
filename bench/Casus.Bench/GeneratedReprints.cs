using System.Text;

namespace Casus.Bench;

/// <summary>
/// Texts of about 450 words from a seeded vocabulary: words, stock phrases and passages of background fall by Zipf's law, frequent words are short, and
/// about every sixth text is a copy, edit, excerpt or rewrite of one of the last thousand. The same every time. How often two texts share what is
/// by chance, or because they tell of one matter, is as often as in news articles or more often: <see cref="StoryLikeness"/>.
/// </summary>
internal sealed class GeneratedReprints
{
    private const int Vocabulary = 120_000, Phrases = 60_000, Passages = 2000, Remembered = 1000;

    private readonly Random chance = new(20241231);
    private readonly string[] words = new string[Vocabulary];
    private readonly int[][] phrases = new int[Phrases][], passages = new int[Passages][];
    private readonly ZipfDraw wordDraw, phraseDraw, passageDraw;
    private readonly List<int[]> last = [];
    private readonly StringBuilder text = new();

    public GeneratedReprints()
    {
        wordDraw = new ZipfDraw(Vocabulary, 1.0, 2.7);
        phraseDraw = new ZipfDraw(Phrases, 0.75, 8);
        passageDraw = new ZipfDraw(Passages, 0.5, 1);
        for (int i = 0; i < Vocabulary; i++)
        {
            words[i] = Word(i);
        }

        for (int i = 0; i < Phrases; i++)
        {
            phrases[i] = [.. Enumerable.Range(0, PhraseLength()).Select(_ => wordDraw.Next(chance))];
        }

        // Frequent phrases are of short words ("one of the").
        double[] places = [.. phrases.Select(p => p.Average(w => words[w].Length) + (1.5 * Normal()))];
        Array.Sort(places, phrases);
        for (int i = 0; i < Passages; i++)
        {
            passages[i] = New(chance.Next(6, 30));
        }
    }

    /// <summary>A text that is no reprint.</summary>
    public string Fresh() => Written(New((int)(390 * Math.Exp(0.55 * Normal()))));

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

        return Written(made);
    }

    private string Written(int[] made)
    {
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
            if (passages[^1] is not null && chance.Next(430) == 0)
            {
                made.AddRange(passages[passageDraw.Next(chance)]);
            }
            else if (chance.Next(11) < 2)
            {
                made.AddRange(phrases[phraseDraw.Next(chance)]);
            }
            else
            {
                made.Add(wordDraw.Next(chance));
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

    private int[] Replaced(int[] of, double share) => [.. of.Select(w => chance.NextDouble() < share ? wordDraw.Next(chance) : w)];

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

    private int PhraseLength()
    {
        int length = 2;
        while (length < 9 && chance.NextDouble() < (length < 3 ? 0.75 : 0.3))
        {
            length++;
        }

        return length;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
