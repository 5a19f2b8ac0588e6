using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Train;

/// <summary>Scores on the development files: mentions and chains as found in raw trees over the gold's tokens, spans strict.</summary>
internal sealed record CoreferenceScores(ImmutableArray<(string Name, ChainScores Chains, ChainScores WithSingletons, ChainScores GoldMentions)> Sets)
{
    public static CoreferenceScores Of(string folder, TextParser parser, ChainReader reader, params string[] names)
    {
        var sets = ImmutableArray.CreateBuilder<(string, ChainScores, ChainScores, ChainScores)>();
        foreach (string name in names.Length > 0 ? names : ["en_gum-dev", "nc/en_gum-nc-dev"])
        {
            string path = Path.Combine(folder, name + ".conllu.gz");
            if (!File.Exists(path))
            {
                continue;
            }

            ChainScores chains = default, all = default, gold = default;
            foreach (ChainedText text in ChainedText.Read(path))
            {
                ImmutableArray<Sentence> sentences = parser.ParseTokens(text.Forms);
                List<List<GoldSpan>> found = Found(reader.Link(sentences));
                chains += CoreferenceScorer.Score(text.Chains, found, singletons: false);
                all += CoreferenceScorer.Score(text.Chains, found, singletons: true);
                gold += CoreferenceScorer.Score(text.Chains, Found(reader.Link(sentences, (s, f, l) => text.Kinds.ContainsKey(new(s, f, l)))), singletons: false);
            }

            sets.Add((name, chains, all, gold));
        }

        return new(sets.DrainToImmutable());
    }

    /// <summary>Chains by span; of several references on the same words the first counts.</summary>
    private static List<List<GoldSpan>> Found((References References, ChainState State) linked)
    {
        var chains = new Dictionary<int, List<GoldSpan>>();
        var used = new HashSet<GoldSpan>();
        for (int i = 0; i < linked.References.Count; i++)
        {
            int chain = linked.State.ChainOf(i);
            if (chain < 0 || (linked.State.SizeOf(i) == 1 && linked.References[i].Refers <= 0) || !used.Add(LinkedText.SpanOf(linked.References[i])))
            {
                continue;
            }

            if (!chains.TryGetValue(chain, out List<GoldSpan>? spans))
            {
                chains[chain] = spans = [];
            }

            spans.Add(LinkedText.SpanOf(linked.References[i]));
        }

        return [.. chains.Values];
    }

    public string Table() => $"""
        | Set | Mentions | MUC | B³ | CEAF φ4 | Mean F1 |
        |---|---|---|---|---|---|
        {string.Join('\n', Sets.SelectMany(s => new[] { $"| {s.Name} | {s.Chains} |", $"| {s.Name}, with singletons | {s.WithSingletons} |", $"| {s.Name}, only mentions of the gold | {s.GoldMentions} |" }))}
        """;
}
