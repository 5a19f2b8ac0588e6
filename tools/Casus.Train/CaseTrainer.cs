using Casus.Language;

namespace Casus.Train;

/// <summary>Averaged perceptron over the features of a <see cref="TrueCaser"/>, from text in mixed case.</summary>
internal sealed class CaseTrainer
{
    private readonly float[] weights = new float[TrueCaser.Cases << BoundaryModel.Bits], sums = new float[TrueCaser.Cases << BoundaryModel.Bits];
    private int step = 1;

    /// <param name="own">How many of the paragraphs, from the first on, the list of known words was made from.</param>
    public static byte[] Train(IReadOnlyList<Paragraph> paragraphs, int own, CopyRepair known, int passes, int seed)
    {
        var trainer = new CaseTrainer();
        for (int pass = 0; pass < passes; pass++)
        {
            foreach (int p in Order.Shuffled(paragraphs.Count, seed + pass))
            {
                trainer.Learn(paragraphs[p], known, p < own ? 1 : 0);
            }
        }

        return Averaging.Write(trainer.weights, trainer.sums, trainer.step);
    }

    private void Learn(Paragraph paragraph, CopyRepair known, int own)
    {
        if (TrueCaser.IsCapitals(paragraph.Text))
        {
            return;
        }

        string small = paragraph.Text.ToLowerInvariant();
        TextSpan[] words = [.. paragraph.Tokens];
        var features = new CaseFeatures(small, words, known, own);
        Span<uint> buffer = stackalloc uint[CaseFeatures.Count];
        WordCase before = WordCase.Lower, beforeThat = WordCase.Lower;
        for (int i = 0; i < words.Length; i++)
        {
            WordCase gold = Of(words[i].In(paragraph.Text));
            // The first word of a sentence is written large whatever it is, and teaches nothing.
            if (gold != WordCase.Capital || !CaseFeatures.OpensSentence(small, words, i))
            {
                var list = new FeatureList(buffer);
                features.Fill(i, before, beforeThat, ref list);
                Learn(list.Features, gold);
            }

            (before, beforeThat) = (gold, before);
        }
    }

    private static WordCase Of(ReadOnlySpan<char> word)
    {
        int upper = 0, letters = 0;
        foreach (char c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return upper == 0 ? WordCase.Lower : upper == letters && (letters > 1 || word.Length > 1) ? WordCase.Upper : WordCase.Capital;
    }

    private void Learn(ReadOnlySpan<uint> features, WordCase gold)
    {
        Span<float> scores = stackalloc float[TrueCaser.Cases];
        scores.Clear();
        foreach (uint feature in features)
        {
            for (int c = 0; c < scores.Length; c++)
            {
                scores[c] += weights[(int)feature * TrueCaser.Cases + c];
            }
        }

        // As with cuts, a margin keeps updating on near misses.
        int rival = -1;
        for (int c = 0; c < scores.Length; c++)
        {
            rival = c != (int)gold && (rival < 0 || scores[c] > scores[rival]) ? c : rival;
        }

        step++;
        if (scores[(int)gold] > scores[rival] + 2)
        {
            return;
        }

        foreach (uint feature in features)
        {
            int at = (int)feature * TrueCaser.Cases;
            weights[at + (int)gold]++;
            sums[at + (int)gold] += step;
            weights[at + rival]--;
            sums[at + rival] -= step;
        }
    }
}

/// <summary>Writes the means of a perceptron's weights over its steps, in 16 bits.</summary>
internal static class Averaging
{
    public static byte[] Write(float[] weights, float[] sums, int steps)
    {
        var means = new float[weights.Length];
        float top = 1e-6f;
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = weights[i] - sums[i] / steps;
            top = Math.Max(top, Math.Abs(means[i]));
        }

        var bytes = new byte[means.Length * 2];
        for (int i = 0; i < means.Length; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), (short)MathF.Round(means[i] * 30000 / top));
        }

        return bytes;
    }
}
