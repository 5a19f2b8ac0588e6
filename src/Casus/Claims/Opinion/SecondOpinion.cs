using System.Collections.Immutable;
using System.Text;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// A linear model (softmax regression over <see cref="OpinionFeatures"/>) of what passes between two marked parties. It learns from coded
/// rows, the patterns' own answer among its features. Immutable; safe to share.
/// </summary>
public sealed class SecondOpinion
{
    internal const string Section = "opinion";
    private const int Version = 1;

    /// <summary>A concession and a retreat are one code in the rows; PLOVER parts them.</summary>
    private const string Yield = "YIELD", Concede = "CONCEDE", Retreat = "RETREAT";

    private static readonly RuleId Rule = new("model.opinion");

    private readonly float[] weights;

    internal SecondOpinion(ImmutableArray<string> types, float[] weights, string hash)
    {
        Types = types;
        this.weights = weights;
        Hash = hash;
    }

    /// <summary>Content hash of the file, for the provenance of what was coded with it.</summary>
    public string Hash { get; }

    /// <summary>The codes it tells apart. YIELD stands for CONCEDE and RETREAT, which its rows do not part.</summary>
    public ImmutableArray<string> Types { get; }

    /// <exception cref="InvalidDataException">The bytes are no weights of Casus, are of another version, or were damaged.</exception>
    public static SecondOpinion Load(ReadOnlyMemory<byte> file)
    {
        if (!ModelFile.Read(file).TryGetValue(Section, out ReadOnlyMemory<byte> bytes))
        {
            throw new InvalidDataException("These weights code no pairs: expected a file that tools/Casus.Train wrote (models/opinion.bin).");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
        int version = reader.ReadInt32();
        if (version != Version)
        {
            throw new InvalidDataException($"The weights of the second opinion have version {version}, this program reads {Version}: train them again with tools/Casus.Train.");
        }

        ImmutableArray<string> types = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
        return new(types, Quantised.Read(reader, 1 << OpinionFeatures.Bits, types.Length), ContentHash.OfBytes(file.Span));
    }

    internal byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(Types.Length);
        foreach (string type in Types)
        {
            writer.Write(type);
        }

        Quantised.Write(writer, weights, 1 << OpinionFeatures.Bits, Types.Length);
        writer.Flush();
        return ModelFile.Write([new(Section, stream.ToArray())]);
    }

    /// <summary>The patterns' coding after the model was heard, which knows it and much besides. Its rule is named beside theirs.</summary>
    internal PairCoding On(PairCoding coded, OpinionFeatures features, Ontology ontology)
    {
        float[] likely = Likelihoods(features);
        int best = Array.IndexOf(likely, likely.Max());
        string type = Types[best] != Yield ? Types[best] : coded.Type is Concede or Retreat ? coded.Type : Retreat;
        return new PairCoding(type, ontology.Find(type)?.Quad, Math.Round(likely[best], 3), [.. coded.Type == type ? coded.Rules : [], Rule]);
    }

    /// <summary>Likelihood of each of <see cref="Types"/>; they sum to 1.</summary>
    internal float[] Likelihoods(OpinionFeatures features)
    {
        var scores = new float[Types.Length];
        for (int f = 0; f < features.Rows.Count; f++)
        {
            int at = features.Rows[f] * Types.Length;
            for (int c = 0; c < scores.Length; c++)
            {
                scores[c] += weights[at + c] * features.Values[f];
            }
        }

        float most = scores.Max(), sum = 0;
        for (int c = 0; c < scores.Length; c++)
        {
            sum += scores[c] = MathF.Exp(scores[c] - most);
        }

        for (int c = 0; c < scores.Length; c++)
        {
            scores[c] /= sum;
        }

        return scores;
    }
}
