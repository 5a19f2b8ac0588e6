using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Coreference: which words of an article refer to the same. Every reference goes, from left to right, to the earlier one that scores
/// best or begins a chain of its own (mention ranking: Denis and Baldridge 2008; Durrett and Klein 2013). Safe to share among threads.
/// </summary>
/// <param name="model">Null: links by <see cref="LinkRules"/> alone.</param>
public sealed class ChainReader(KnowledgeBase knowledge, CoreferenceModel? model)
{
    /// <summary>What an office adds to the logarithm of a link's likelihood.</summary>
    private const float Office = 3;

    private readonly ReferenceWords words = new(knowledge);
    private readonly ReferenceFeatures features = new(new ReferenceWords(knowledge));

    public ImmutableArray<Chain> Read(ImmutableArray<Sentence> sentences)
    {
        References references = Find(sentences);
        var sureness = new float[references.Count];
        return Chains(references, sentences, Link(references, sentences, sureness), sureness);
    }

    /// <param name="mentions">Where given, only these spans refer, and all of them: for measuring the links alone.</param>
    internal (References References, ChainState State) Link(ImmutableArray<Sentence> sentences, Func<int, int, int, bool>? mentions = null)
    {
        References references = Find(sentences);
        if (mentions is not null)
        {
            foreach (ref Reference r in references.All)
            {
                r.Refers = mentions(r.Sentence, r.First, r.Last) ? Math.Max(r.Refers, 1) : float.NegativeInfinity;
            }
        }

        return (references, Link(references, sentences, new float[references.Count]));
    }

    /// <summary>What may refer, judged by the weights where there are any.</summary>
    internal References Find(ImmutableArray<Sentence> sentences)
    {
        References references = new ReferenceFinder(words).Find(sentences);
        if (model is null)
        {
            references.KeepBest(judged: false);
        }
        else
        {
            Judge(model, features, references, sentences);
        }

        return references;
    }

    internal ReferenceFeatures Features => features;

    internal static void Judge(CoreferenceModel model, ReferenceFeatures features, References references, ImmutableArray<Sentence> sentences)
    {
        Span<int> buffer = stackalloc int[Math.Max(ReferenceFeatures.MostRefers, ReferenceFeatures.MostKind)];
        foreach (ref Reference reference in references.All)
        {
            var refers = new FeatureRows(buffer, CoreferenceModel.RefersBits);
            features.Refers(ref refers, reference, sentences[reference.Sentence]);
            reference.Refers = model.Refers(refers.Rows);
        }

        references.KeepBest(judged: true);
        foreach (ref Reference reference in references.All)
        {
            if (reference.Refers < ChainState.LeastRefers)
            {
                continue;
            }

            var kinds = new FeatureRows(buffer, CoreferenceModel.KindBits);
            features.Kind(ref kinds, reference, sentences[reference.Sentence]);
            reference.Kind = model.Kind(kinds.Rows);
        }
    }

    private ChainState Link(References references, ImmutableArray<Sentence> sentences, float[] sureness)
    {
        var state = new ChainState(references);
        var pairs = new PairFeatures(references, sentences);
        var rules = new LinkRules(references, sentences, words);
        var scores = new List<float>();
        Span<int> buffer = stackalloc int[PairFeatures.Most];
        for (int later = 0; later < references.Count; later++)
        {
            if (references[later].Refers < ChainState.LeastRefers)
            {
                continue;
            }

            state.Look(later);
            scores.Clear();
            float begin = model is null ? LinkRules.Least : Begins(references, sentences, state, later, buffer);
            for (int c = 0; c < state.Candidates.Count; c++)
            {
                int earlier = state.Candidates[c];
                if (model is null)
                {
                    scores.Add(rules.Score(later, earlier, state.NamingOf(earlier)));
                    continue;
                }

                var rows = new FeatureRows(buffer, CoreferenceModel.LinkBits);
                pairs.Fill(ref rows, later, earlier, state.SizeOf(earlier), state.NamingOf(earlier), state.FormsOf(earlier), state.Rivals[c]);
                scores.Add(model.Link(rows.Rows) + (pairs.IsOffice(later, earlier) ? Office : 0));
            }

            int chosen = state.Choose(CollectionsMarshal.AsSpan(scores), begin, out sureness[later]);
            state.Link(later, chosen);
        }

        return state;
    }

    private float Begins(References references, ImmutableArray<Sentence> sentences, ChainState state, int later, Span<int> buffer)
    {
        var rows = new FeatureRows(buffer, CoreferenceModel.LinkBits);
        features.New(ref rows, references[later], sentences[references[later].Sentence], state.SeenLemma(later), state.SeenText(later));
        return model!.Link(rows.Rows);
    }

    private static ImmutableArray<Chain> Chains(References references, ImmutableArray<Sentence> sentences, ChainState state, float[] sureness)
    {
        var links = new Dictionary<int, ImmutableArray<ChainLink>.Builder>();
        var order = new List<int>();
        for (int i = 0; i < references.Count; i++)
        {
            if (state.ChainOf(i) is >= 0 and int chain && state.SizeOf(i) > 1)
            {
                if (!links.TryGetValue(chain, out ImmutableArray<ChainLink>.Builder? list))
                {
                    links[chain] = list = ImmutableArray.CreateBuilder<ChainLink>(state.SizeOf(i));
                    order.Add(chain);
                }

                list.Add(new ChainLink(references[i].Sentence, references.Span(i, sentences), references[i].Head, sureness[i]));
            }
        }

        return [.. order.Select((chain, id) => new Chain(id, links[chain].DrainToImmutable()))];
    }
}
