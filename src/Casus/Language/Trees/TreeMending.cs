using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>What parsers get wrong in news, mended before anything is read in a tree: one step after the other, each sees what those before it have left.</summary>
internal sealed class TreeMending(KnowledgeBase knowledge)
{
    private readonly ImmutableArray<Func<Sentence, Sentence>> steps =
    [
        new CapitalisedPeople(knowledge).Mended,
        HyphenedModifiers.Mended,
        new GerundCompounds(knowledge).Mended,
        new HyphenedPairs(knowledge).Mended,
        LostConjuncts.Mended,
        Disguises.Mended,
        new LatePredicates(knowledge).Mended,
        new StrayedTimes(knowledge).Mended,
        StrayedClauses.Mended,
        new OutcomeRelatives(knowledge).Mended,
        WordsOfOthers.Mended,
        new MistakenVerbs(knowledge).Mended,
        new HeadlineVerbs(knowledge).Mended,
        new LoneVerbs(knowledge).Mended,
        new DueInfinitives(knowledge).Mended,
        new StrayedSubjects(knowledge).Mended,
        new LostInfinitives(knowledge).Mended,
        new LostObjects(knowledge).Mended,
        new MisplacedSpeech(knowledge).Mended,
        new HiddenVerbs(knowledge).Mended,
        new NextHarm(knowledge).Mended,
        CountedState.Mended,
        new SharedState(knowledge).Mended,
    ];

    /// <summary>The same where no tree is to be mended.</summary>
    public ImmutableArray<Sentence> Mended(ImmutableArray<Sentence> sentences)
    {
        for (int i = 0; i < sentences.Length; i++)
        {
            Sentence mended = sentences[i];
            foreach (Func<Sentence, Sentence> step in steps)
            {
                mended = step(mended);
            }

            if (!ReferenceEquals(mended, sentences[i]))
            {
                sentences = sentences.SetItem(i, mended);
            }
        }

        return sentences;
    }
}
