using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Every name of an actor, in a trie made once.</summary>
internal sealed class ActorNames
{
    private readonly NameTrie trie = new();
    private readonly List<(Actor Actor, ActorName Name)> entries = [];

    public ActorNames(KnowledgeBase knowledge)
    {
        foreach (Actor actor in knowledge.Actors.All)
        {
            foreach (ActorName name in actor.Names)
            {
                // The article before a name belongs to the sentence.
                string text = name.Text.StartsWith("the ", StringComparison.Ordinal) ? name.Text[4..] : name.Text;
                trie.Add(text, entries.Count);
                entries.Add((actor, name));
            }
        }
    }

    public (Actor Actor, ActorName Name) this[int entry] => entries[entry];

    public void Find(AtomBuffer atoms, List<NameHit> hits) => trie.Find(atoms, hits);
}

/// <summary>Names found on the same words, before it is decided who is meant.</summary>
/// <param name="First">Index of the first token; <paramref name="Last"/> is included.</param>
internal sealed record ActorHit(int Sentence, int First, int Last, int Head, TextSpan Span, List<int> Entries);
