using System.Text;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Linear models (logistic regression over <see cref="IncidentFeatures"/>), one for each part, of who and what takes part in the violence
/// that an article reports as its incident. Of the places that name a member those that say most for a part are heard most: attention as in
/// multiple-instance learning (Dietterich, Lathrop and Lozano-Pérez 1997, with a soft maximum). Immutable; safe to share.
/// </summary>
public sealed class IncidentModel
{
    internal const string Section = "incident";
    internal const int Parts = 5;
    private const int Version = 2;

    /// <summary>How much more a place counts than one that says less for a part: at 0 all count alike, at infinity the best alone.</summary>
    private const float Sharpness = 2;

    private readonly float[] weights;
    private readonly float least;

    /// <param name="weights">A row of <see cref="Parts"/> numbers a feature.</param>
    /// <param name="least">Likelihood from which a part is given: one for all, as F1 over all parts is best where all are given from the same likelihood.</param>
    internal IncidentModel(float[] weights, float least, string hash)
    {
        this.weights = weights;
        this.least = least;
        Hash = hash;
    }

    /// <summary>Content hash of the file, for the provenance of what was coded with it.</summary>
    public string Hash { get; }

    /// <exception cref="InvalidDataException">The bytes are no weights of Casus, are of another version, or were damaged.</exception>
    public static IncidentModel Load(ReadOnlyMemory<byte> file)
    {
        if (!ModelFile.Read(file).TryGetValue(Section, out ReadOnlyMemory<byte> bytes))
        {
            throw new InvalidDataException("These weights know no incidents: expected a file that tools/Casus.Train wrote (models/incident.bin).");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
        int version = reader.ReadInt32();
        if (version != Version)
        {
            throw new InvalidDataException($"The weights of incidents have version {version}, this program reads {Version}: train them again with tools/Casus.Train.");
        }

        float least = reader.ReadSingle();
        return new(Quantised.Read(reader, 1 << IncidentFeatures.Bits, Parts), least, ContentHash.OfBytes(file.Span));
    }

    internal byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(least);
        Quantised.Write(writer, weights, 1 << IncidentFeatures.Bits, Parts);
        writer.Flush();
        return ModelFile.Write([new(Section, stream.ToArray())]);
    }

    /// <summary>Likelihood of each part; a member may have several.</summary>
    /// <param name="heed">For each place a row of <see cref="Parts"/> shares: how much it is heard. Those of a part sum to 1.</param>
    internal float[] Likelihoods(IncidentFeatures features, out float[] heed)
    {
        var scores = new float[Parts];
        features.Article.Sum(weights, scores);
        features.Who.Sum(weights, scores);
        heed = new float[features.Places.Count * Parts];
        for (int i = 0; i < features.Places.Count; i++)
        {
            features.Places[i].Sum(weights, heed.AsSpan(i * Parts, Parts));
        }

        for (int p = 0; p < Parts; p++)
        {
            scores[p] = 1 / (1 + MathF.Exp(-scores[p] - Heard(heed, p)));
        }

        return scores;
    }

    /// <summary>The places' scores for a part become their shares.</summary>
    /// <returns>The mean of the scores by their shares.</returns>
    private static float Heard(float[] heed, int part)
    {
        float most = float.NegativeInfinity, all = 0, mean = 0;
        for (int i = part; i < heed.Length; i += Parts)
        {
            most = MathF.Max(most, heed[i]);
        }

        for (int i = part; i < heed.Length; i += Parts)
        {
            float share = MathF.Exp(Sharpness * (heed[i] - most));
            mean += share * heed[i];
            heed[i] = share;
            all += share;
        }

        for (int i = part; i < heed.Length; i += Parts)
        {
            heed[i] /= all;
        }

        return mean / all;
    }

    internal bool Holds(float[] likelihoods, IncidentPart part) => likelihoods[(int)part] >= least;
}
