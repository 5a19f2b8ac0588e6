using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Every name of an actor, in a trie made once.</summary>
internal sealed class ActorNames
{
    private readonly NameTrie trie = new();
    private readonly SpellingVariants variants = new();
    private readonly List<(Actor Actor, ActorName Name)> entries = [];
    private readonly CueWords kin;

    public ActorNames(KnowledgeBase knowledge)
    {
        kin = new CueWords(knowledge.Tables["cues/kin"]);
        foreach (Actor actor in knowledge.Actors.All)
        {
            foreach (ActorName name in actor.Names)
            {
                // The article before a name belongs to the sentence.
                string text = name.Text.StartsWith("the ", StringComparison.Ordinal) ? name.Text[4..] : name.Text;
                trie.Add(text, entries.Count);
                if (actor.Source != Knowledge.ActorReader.FromCountries && actor.Kind != "outlet" && !name.Demonym && name.Form == "name" && (name.Alone || text.Contains(' ', StringComparison.Ordinal)))
                {
                    variants.Add(text, entries.Count);
                }

                entries.Add((actor, name));
            }
        }
    }

    public (Actor Actor, ActorName Name) this[int entry] => entries[entry];

    /// <summary>"the Dawar | tribe", "the Bhutto | family": behind the name stands what it is the name of.</summary>
    /// <param name="rest">What follows the name.</param>
    public bool NamesKin(ReadOnlySpan<char> rest)
    {
        int end = 1;
        while (end < rest.Length && char.IsAsciiLetterLower(rest[end]))
        {
            end++;
        }

        return end > 1 && rest[0] == ' ' && kin.Has(rest[1..end]);
    }

    /// <summary>Names in every sentence: the longest from each word on, none inside another.</summary>
    public List<ActorHit> Find(string text, IReadOnlyList<Sentence> sentences)
    {
        var found = new List<ActorHit>();
        var atoms = new AtomBuffer();
        var written = new List<NameHit>();
        var spelled = new List<NameHit>();
        foreach (Sentence sentence in sentences)
        {
            atoms.Fill(text, sentence);
            written.Clear();
            spelled.Clear();
            trie.Find(atoms, written);
            variants.Find(atoms, sentence, spelled);
            int end = 0;
            for (int w = 0, s = 0; w < written.Count || s < spelled.Count;)
            {
                int begin = Math.Min(Begin(written, w), Begin(spelled, s));
                int lastW = Last(written, w, begin), lastS = Last(spelled, s, begin);
                bool variant = lastS > s && (lastW == w || spelled[lastS - 1].End > written[lastW - 1].End);
                if (begin >= end)
                {
                    ActorHit hit = variant ? Hit(atoms, sentence, spelled, s, lastS, true) : Hit(atoms, sentence, written, w, lastW, false);
                    found.Add(hit);
                    end = variant ? spelled[lastS - 1].End : written[lastW - 1].End;
                }

                (w, s) = (lastW, lastS);
            }
        }

        return found;
    }

    private static int Begin(List<NameHit> hits, int at) => at < hits.Count ? hits[at].Begin : int.MaxValue;

    /// <summary>Behind the last hit that begins there; hits of one beginning stand from the shortest to the longest.</summary>
    private static int Last(List<NameHit> hits, int at, int begin)
    {
        while (at < hits.Count && hits[at].Begin == begin)
        {
            at++;
        }

        return at;
    }

    private static ActorHit Hit(AtomBuffer atoms, Sentence sentence, List<NameHit> hits, int from, int until, bool variant)
    {
        NameHit longest = hits[until - 1];
        var bearers = new List<int>();
        for (int i = from; i < until; i++)
        {
            if (hits[i].End == longest.End)
            {
                bearers.Add(hits[i].Entry);
            }
        }

        int first = atoms[longest.Begin].Token, last = atoms[longest.End - 1].Token;
        var span = new TextSpan(atoms[longest.Begin].Begin, atoms[longest.End - 1].End);
        return new ActorHit(sentence.Index, first, last, SpanHead.Of(sentence, first, last), span, bearers, variant);
    }
}

/// <summary>Names found on the same words, before it is decided who is meant.</summary>
/// <param name="First">Index of the first token; <paramref name="Last"/> is included.</param>
/// <param name="Variant">True where the words are only another spelling of the names.</param>
internal sealed record ActorHit(int Sentence, int First, int Last, int Head, TextSpan Span, List<int> Entries, bool Variant);
