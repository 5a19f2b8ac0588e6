using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Casus.Events;

/// <summary>
/// Weights by which the features of two claims add up; from 0 on they tell one happening. Those of tools/Casus.Train are of a logistic
/// regression, so that the sum is the logarithm of the odds; those set by hand stand in where no file is there.
/// </summary>
public sealed class LinkModel
{
    private const string Head = "feature\tweight";

    private readonly ImmutableArray<double> weights;

    private LinkModel(ImmutableArray<double> weights, string hash)
    {
        this.weights = weights;
        Hash = hash;
    }

    /// <summary>Set by hand: what they separate is shown in tests.</summary>
    public static LinkModel Hand { get; } = Of(
    [
        -6, 1.5, -2, 1.5,
        2, 1.5, 1, -2.5, 1,
        2, 1.5, 1, -1.5, 1,
        2.5, 1, 0.7, 0.2, 1, 0.5, -2,
        2.5, 0.5, 1.5, 0.3,
        3, 2, 0.7, 0.3, -0.3, -0.4, -1, 1,
        0.5, -2, 0.3, 0.5, 0, 0,
        2, 1, 2, 0,
        1.5, -1, 1.5, -1, 1, -1,
    ]);

    /// <summary>Content hash of the weights: what was linked with others is linked again.</summary>
    public string Hash { get; }

    public double this[PairFeature feature] => weights[(int)feature];

    public static LinkModel Of(ImmutableArray<double> weights) => new(weights, ContentHash.Of(Write(weights)));

    /// <summary>Reads models/linking.tsv: one line a feature, in words or by its name.</summary>
    /// <exception cref="InvalidDataException">A line is no feature with a number, or features are missing.</exception>
    public static LinkModel Load(string text)
    {
        var weights = new double[PairFeatures.Count];
        var found = new bool[PairFeatures.Count];
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0 || lines[0] != Head)
        {
            throw new InvalidDataException($"These are no weights of linking: expected a table \"{Head.Replace('\t', ' ')}\" that tools/Casus.Train wrote (models/linking.tsv).");
        }

        foreach (string line in lines.Skip(1))
        {
            string[] cells = line.Split('\t');
            if (cells.Length != 2 || !Enum.TryParse(cells[0], out PairFeature feature) || !double.TryParse(cells[1], CultureInfo.InvariantCulture, out double weight))
            {
                throw new InvalidDataException($"The weights of linking hold a line that is no feature of this program: \"{line}\". Train them again with tools/Casus.Train.");
            }

            weights[(int)feature] = weight;
            found[(int)feature] = true;
        }

        return found.Contains(false)
            ? throw new InvalidDataException($"The weights of linking lack {(PairFeature)Array.IndexOf(found, false)}: train them again with tools/Casus.Train.")
            : Of([.. weights]);
    }

    public double Sum(ReadOnlySpan<float> features)
    {
        double sum = 0;
        ReadOnlySpan<double> by = weights.AsSpan();
        for (int i = 0; i < features.Length; i++)
        {
            sum += by[i] * features[i];
        }

        return sum;
    }

    public string Write() => Write(weights);

    private static string Write(ImmutableArray<double> weights)
    {
        var text = new StringBuilder(Head).Append('\n');
        for (int i = 0; i < weights.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(PairFeature)i}\t{weights[i]:0.###}\n");
        }

        return text.ToString();
    }
}
