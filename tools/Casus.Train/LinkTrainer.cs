using System.Globalization;
using System.Runtime.InteropServices;
using Casus.Language;

namespace Casus.Train;

/// <summary>
/// Learns links: a softmax over a new beginning and every earlier reference, in which all right ones count as one (the latent
/// antecedents of Durrett and Klein 2013), with costs for false beginnings, false links and wrong links. Chains grow as the weights so far link them.
/// </summary>
internal sealed class LinkTrainer(ReferenceFeatures features, int seed)
{
    /// <summary>Costs of wrong choices: a missed link is dearer, so that chains come out as long as the gold's.</summary>
    private const float FalseNew = 3, FalseLink = 0.1f, WrongLink = 1;

    private readonly Adagrad weights = new(1 << CoreferenceModel.LinkBits, rate: 0.1f);
    private readonly List<int> rows = [];
    private readonly List<int> ends = [];
    private readonly List<float> scores = [];

    public float[] Train(LinkedText[] texts, int passes)
    {
        for (int pass = 0; pass < passes; pass++)
        {
            double loss = 0;
            foreach (int t in Order.Shuffled(texts.Length, seed + pass))
            {
                loss += Learn(texts[t]);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pass {pass + 1}: loss {loss:0}"));
        }

        return weights.Averaged();
    }

    private double Learn(LinkedText text)
    {
        References references = text.References;
        var state = new ChainState(references);
        var pairs = new PairFeatures(references, text.Sentences);
        var seen = new HashSet<int>();
        double loss = 0;
        for (int later = 0; later < references.Count; later++)
        {
            if (references[later].Refers < ChainState.LeastRefers)
            {
                continue;
            }

            state.Look(later);
            Score(text, state, pairs, later);
            loss += Step(text.Chains, state, later, out int chosen);
            state.Link(later, chosen);
        }

        return loss;
    }

    /// <summary>Rows and scores of a new beginning, then of each candidate.</summary>
    private void Score(LinkedText text, ChainState state, PairFeatures pairs, int later)
    {
        Span<int> buffer = stackalloc int[PairFeatures.Most];
        rows.Clear();
        ends.Clear();
        scores.Clear();
        ref Reference reference = ref text.References[later];
        var first = new FeatureRows(buffer, CoreferenceModel.LinkBits);
        features.New(ref first, reference, text.Sentences[reference.Sentence], state.SeenLemma(later), state.SeenText(later));
        Keep(first.Rows);
        for (int c = 0; c < state.Candidates.Count; c++)
        {
            int earlier = state.Candidates[c];
            var pair = new FeatureRows(buffer, CoreferenceModel.LinkBits);
            pairs.Fill(ref pair, later, earlier, state.SizeOf(earlier), state.NamingOf(earlier), state.FormsOf(earlier), state.Rivals[c]);
            Keep(pair.Rows);
        }
    }

    private void Keep(ReadOnlySpan<int> found)
    {
        rows.AddRange(found);
        ends.Add(rows.Count);
        scores.Add(weights.Sum(found));
    }

    private double Step(int[] chains, ChainState state, int later, out int chosen)
    {
        bool linked = false;
        for (int i = 1; i < scores.Count; i++)
        {
            linked |= Right(chains, later, state.Candidates[i - 1]);
        }

        chosen = state.Choose(CollectionsMarshal.AsSpan(scores)[1..], scores[0], out _);
        Span<float> all = stackalloc float[scores.Count], right = stackalloc float[scores.Count];
        float top = float.NegativeInfinity;
        for (int i = 0; i < all.Length; i++)
        {
            bool good = i == 0 ? !linked : Right(chains, later, state.Candidates[i - 1]);
            float cost = good ? 0 : i == 0 ? FalseNew : linked ? WrongLink : FalseLink;
            all[i] = scores[i] + cost;
            right[i] = good ? scores[i] : float.NegativeInfinity;
            top = Math.Max(top, all[i]);
        }

        float sumAll = 0, sumRight = 0;
        for (int i = 0; i < all.Length; i++)
        {
            sumAll += all[i] = MathF.Exp(all[i] - top);
            sumRight += right[i] = MathF.Exp(right[i] - top);
        }

        ReadOnlySpan<int> every = CollectionsMarshal.AsSpan(rows);
        for (int i = 0; i < all.Length; i++)
        {
            float gradient = all[i] / sumAll - (sumRight > 0 ? right[i] / sumRight : 0);
            if (Math.Abs(gradient) > 1e-3f)
            {
                weights.Learn(every[(i == 0 ? 0 : ends[i - 1])..ends[i]], gradient);
            }
        }

        return Math.Log(sumAll / Math.Max(sumRight, 1e-20f));
    }

    private static bool Right(int[] chains, int later, int earlier) => chains[later] >= 0 && chains[later] == chains[earlier];
}
