using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>Learns which words refer and to what kind of thing: logistic regressions over the features of one reference.</summary>
internal sealed class JudgeTrainer(ReferenceFeatures features, int seed)
{
    private const int Passes = 6;
    private static readonly int Kinds = CoreferenceModel.Kinds.Length - 1;

    public (float[] Refers, float[] Kinds) Train(LinkedText[] texts)
    {
        var refers = new Adagrad(1 << CoreferenceModel.RefersBits, 0.15f);
        var kinds = new Adagrad(Kinds << CoreferenceModel.KindBits, 0.15f);
        Span<int> buffer = stackalloc int[ReferenceFeatures.MostRefers], kindBuffer = stackalloc int[ReferenceFeatures.MostKind];
        Span<int> row = stackalloc int[ReferenceFeatures.MostKind];
        Span<float> likely = stackalloc float[Kinds];
        for (int pass = 0; pass < Passes; pass++)
        {
            foreach (int t in Order.Shuffled(texts.Length, seed + pass))
            {
                LinkedText text = texts[t];
                for (int i = 0; i < text.References.Count; i++)
                {
                    ref Reference reference = ref text.References[i];
                    Sentence sentence = text.Sentences[reference.Sentence];
                    var rows = new FeatureRows(buffer, CoreferenceModel.RefersBits);
                    features.Refers(ref rows, reference, sentence);
                    float chance = 1 / (1 + MathF.Exp(-refers.Sum(rows.Rows)));
                    refers.Learn(rows.Rows, chance - (text.Chains[i] >= 0 ? 1 : 0));
                    if (text.Chains[i] < 0 || Array.IndexOf(CoreferenceModel.Kinds, text.Text.Kinds[LinkedText.SpanOf(reference)]) is not (> 0 and int kind))
                    {
                        continue;
                    }

                    var kindRows = new FeatureRows(kindBuffer, CoreferenceModel.KindBits);
                    features.Kind(ref kindRows, reference, sentence);
                    Likely(kinds.Weights, kindRows.Rows, likely);
                    for (int k = 0; k < Kinds; k++)
                    {
                        for (int r = 0; r < kindRows.Rows.Length; r++)
                        {
                            row[r] = kindRows.Rows[r] * Kinds + k;
                        }

                        kinds.Learn(row[..kindRows.Rows.Length], likely[k] - (k == kind - 1 ? 1 : 0));
                    }
                }
            }
        }

        return (refers.Averaged(), kinds.Averaged());
    }

    private static void Likely(float[] weights, ReadOnlySpan<int> rows, Span<float> likely)
    {
        likely.Clear();
        foreach (int row in rows)
        {
            for (int k = 0; k < likely.Length; k++)
            {
                likely[k] += weights[row * likely.Length + k];
            }
        }

        float sum = 0;
        foreach (ref float l in likely)
        {
            l = MathF.Exp(l);
            sum += l;
        }

        foreach (ref float l in likely)
        {
            l /= sum;
        }
    }

    /// <summary>Writes into the texts' references what the weights say of them.</summary>
    public static void Judge(ReferenceFeatures features, LinkedText[] texts, float[] refers, float[] kinds)
    {
        var model = CoreferenceModel.Load(CoreferenceModel.Write(refers, kinds, new float[1 << CoreferenceModel.LinkBits]));
        foreach (LinkedText text in texts)
        {
            ChainReader.Judge(model, features, text.References, text.Sentences);
        }
    }

    public static string Accuracy(LinkedText[] texts)
    {
        int right = 0, found = 0, gold = 0, kind = 0, may = 0, kept = 0;
        foreach (LinkedText text in texts)
        {
            gold += text.Text.Kinds.Count;
            for (int i = 0; i < text.References.Count; i++)
            {
                ref Reference r = ref text.References[i];
                may += text.Chains[i] >= 0 ? 1 : 0;
                kept += text.Chains[i] >= 0 && r.Refers > ChainState.LeastRefers ? 1 : 0;
                found += r.Refers > 0 ? 1 : 0;
                right += r.Refers > 0 && text.Chains[i] >= 0 ? 1 : 0;
                kind += r.Refers > 0 && text.Chains[i] >= 0 && CoreferenceModel.Kinds[r.Kind] == text.Text.Kinds[LinkedText.SpanOf(r)] ? 1 : 0;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"of the mentions {100.0 * may / gold:0.0} may be found, {100.0 * kept / gold:0.0} are kept; P {100.0 * right / found:0.0} R {100.0 * right / gold:0.0}, kinds {100.0 * kind / right:0.0}");
    }
}
