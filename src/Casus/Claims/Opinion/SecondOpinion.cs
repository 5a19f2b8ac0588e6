using System.Collections.Immutable;
using System.Text;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Three linear models that learn from coded rows: what passes between two parties (<see cref="OpinionFeatures"/>; the patterns' own answer is
/// among the features, and "nothing" among the answers), whether anything does where perhaps one party alone is known, and who plays which
/// part in an event (<see cref="RoleFeatures"/>). Immutable; safe to share.
/// </summary>
public sealed class SecondOpinion
{
    /// <summary>Nothing passes between the two.</summary>
    internal const string Nothing = "NONE";

    internal const string Section = "opinion";

    /// <summary>Answers less likely than this are not worth telling.</summary>
    private const float Worth = 0.1f;

    /// <summary>Likelihood of the best code, of those of all codes, under which a pair is coded by its side first. By folds of PLV one row of 1,046 changes.</summary>
    private const float Unsure = 0.25f;

    /// <summary>Likelihood under which a <see cref="PairTie"/> tells whether two are at odds.</summary>
    private const float Untied = 0.4f;

    /// <summary>Likelihood from which something peaceful weighs more than violence that patterns tell of the two with a score of <see cref="Told"/> or more.</summary>
    private const float Sure = 0.6f, Told = 0.4f;

    private const string Violence = "ASSAULT";

    private const int Version = 2;

    internal static readonly RuleId Rule = new("model.opinion");

    /// <summary>Answers of <see cref="Passing"/>: nothing first.</summary>
    internal static readonly ImmutableArray<string> Passes = [Nothing, "event"];

    internal SecondOpinion(SoftmaxRows codes, SoftmaxRows passing, SoftmaxRows roles, string hash)
    {
        Codes = codes;
        Passing = passing;
        Roles = roles;
        Hash = hash;
    }

    /// <summary>Content hash of the file, for the provenance of what was coded with it.</summary>
    public string Hash { get; }

    /// <summary>The codes it tells apart, <c>NONE</c> among them.</summary>
    public ImmutableArray<string> Types => Codes.Answers;

    internal SoftmaxRows Codes { get; }

    internal SoftmaxRows Passing { get; }

    internal SoftmaxRows Roles { get; }

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

        return new(SoftmaxRows.Read(reader), SoftmaxRows.Read(reader), SoftmaxRows.Read(reader), ContentHash.OfBytes(file.Span));
    }

    internal byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Version);
        Codes.Write(writer);
        Passing.Write(writer);
        Roles.Write(writer);
        writer.Flush();
        return ModelFile.Write([new(Section, stream.ToArray())]);
    }

    /// <summary>
    /// The patterns' coding after the model was heard, which knows it and much besides; a pair was marked for a reason, so "nothing" is no answer. The model's rule is named beside theirs.
    /// Violence that patterns tell stands unless the model is sure of something else.
    /// </summary>
    /// <param name="tie">What joins the two by <see cref="PairTie"/>; null: nothing.</param>
    internal PairCoding On(PairCoding coded, HashedRows features, string? tie, Ontology ontology)
    {
        Heard heard = Hear(features);
        float some = Math.Max(1e-6f, 1 - heard.Nothing), likely = heard.Likelihood / some;
        if (likely < Unsure)
        {
            heard = OnSurerSide(heard, ontology);
        }

        bool isHostile = IsHostile(heard.Type, ontology);
        if (!isHostile && coded is { Type: Violence, Score: >= Told } && likely < Sure)
        {
            return coded with { Rules = [.. coded.Rules, Rule] };
        }

        if (tie is not null && isHostile != IsHostile(tie, ontology) && likely < Untied)
        {
            float own = Types.IndexOf(tie) is >= 0 and var at ? heard.All[at] / some : 0;
            return new PairCoding(tie, ontology.Find(tie)?.Quad, Score(own), [PairTie.Rule, Rule]);
        }

        return new PairCoding(heard.Type, ontology.Find(heard.Type)?.Quad, Score(heard.Likelihood / some), [.. coded.Type == heard.Type ? coded.Rules : [], Rule]);

        static double Score(float likelihood) => Math.Clamp(Math.Round(likelihood, 3), 0, 1);
    }

    /// <summary>The likeliest event, and how likely it is that there is none.</summary>
    internal Heard Hear(HashedRows features)
    {
        Span<float> likely = stackalloc float[Types.Length];
        Codes.Likelihoods(features, likely);
        int nothing = Types.IndexOf(Nothing);
        return Likeliest([.. likely], nothing < 0 ? 0 : likely[nothing], static _ => true);
    }

    /// <summary>Where no code is likely, whether the two are at odds is told by all codes together: the likeliest one of the likelier side.</summary>
    internal Heard OnSurerSide(Heard heard, Ontology ontology)
    {
        float sum = 0;
        for (int c = 0; c < heard.All.Length; c++)
        {
            sum += Types[c] == Nothing ? 0 : IsHostile(Types[c], ontology) ? heard.All[c] : -heard.All[c];
        }

        return Likeliest(heard.All, heard.Nothing, type => IsHostile(type, ontology) == sum > 0);
    }

    private static bool IsHostile(string type, Ontology ontology) => ontology.Find(type)?.Quad >= 3;

    private Heard Likeliest(ImmutableArray<float> likely, float nothing, Func<string, bool> open)
    {
        float best = -1;
        int at = 0;
        for (int c = 0; c < likely.Length; c++)
        {
            if (Types[c] != Nothing && open(Types[c]) && Together(c, likely.AsSpan()) is var sum && (sum > best || (sum == best && likely[c] > likely[at])))
            {
                (best, at) = (sum, c);
            }
        }

        return new Heard(Types[at], best, nothing, likely);
    }

    /// <summary>The pattern's answer and the model's likeliest ones, the surest that gives the draft's type first.</summary>
    internal ImmutableArray<Weighed> Weighing(Draft draft, Heard heard) =>
    [
        .. new[] { new Weighed(draft.Match.Rule, draft.BaseType, Math.Round(draft.Weight, 3)) }
            .Where(w => w.By != Rule)
            .Concat(Enumerable.Range(0, heard.All.Length).Where(c => heard.All[c] >= Worth).Select(c => new Weighed(Rule, Types[c], Math.Round(heard.All[c], 3))))
            .OrderByDescending(w => w.Type == draft.Type).ThenByDescending(w => w.Weight).ThenBy(w => w.Type, StringComparer.Ordinal),
    ];

    /// <summary>How likely it is that nothing passes, 0 to 1; one party may be unknown.</summary>
    internal float NothingPasses(HashedRows features)
    {
        Span<float> likely = stackalloc float[Passes.Length];
        Passing.Likelihoods(features, likely);
        return likely[0];
    }

    /// <summary>A concession and a retreat are one code in many rows: together they are weighed against the others.</summary>
    private float Together(int code, ReadOnlySpan<float> likely) =>
        Twin(Types[code]) is { } twin && Types.IndexOf(twin) is >= 0 and var other ? likely[code] + likely[other] : likely[code];

    private static string? Twin(string type) => type switch { "CONCEDE" => "RETREAT", "RETREAT" => "CONCEDE", _ => null };
}

/// <summary>What the second opinion makes of a pair.</summary>
/// <param name="Type">The likeliest event.</param>
/// <param name="Likelihood">Of <paramref name="Type"/>, 0 to 1.</param>
/// <param name="Nothing">Likelihood that nothing passes between the two, 0 to 1.</param>
/// <param name="All">By the model's types; they sum to 1.</param>
internal sealed record Heard(string Type, float Likelihood, float Nothing, ImmutableArray<float> All);
