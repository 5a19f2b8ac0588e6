using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Somebody who was named and may be taken up again.</summary>
/// <param name="ActorId">Empty for one whom knowledge does not have: it can stand in the way of others.</param>
/// <param name="Kind">As <see cref="Casus.Knowledge.Actor.Kind"/>.</param>
/// <param name="Governor">Token that governs it.</param>
/// <param name="Side">For a person of whom only the side is known ("the Taliban's minister"): the side; else empty.</param>
internal sealed record Antecedent(string ActorId, string Kind, bool Plural, bool Subject, int Sentence, int Token, TextSpan Span, int Governor, string Side = "")
{
    /// <summary>Whether it opens "between X and Y".</summary>
    public bool Between { get; init; }

    /// <summary>Whether it is, or on that day has become, the government of its country.</summary>
    public bool Governs { get; init; }

    /// <summary>Whether it is joined to its governor by "and".</summary>
    public bool Joined { get; init; }
}

/// <summary>
/// A careful coreference by rules: the nearest sentence with somebody who fits, subjects before others; where two fit equally
/// well the words stay unresolved (cf. Hobbs 1978; Lappin and Leass 1994, of whose weights only recency and subject are kept).
/// Where these say nothing, the article's chains may, if they are sure: a wrong actor is worse than none.
/// </summary>
internal sealed class Antecedents
{
    /// <summary>An actor that came by a chain of the article.</summary>
    public static readonly RuleId ByChain = new("actor.chain");

    /// <summary>A person of whom the chain tells only whose they are.</summary>
    public static readonly RuleId SideByChain = new("actor.side-by-chain");

    /// <summary>Likelihood below which no actor passes along a link.</summary>
    private const float LeastSureness = 0.6f;

    private const int FarthestPronoun = 1;
    private const int FarthestNoun = 4;
    private readonly KnowledgeBase knowledge;
    private readonly CueWords nouns;
    private readonly ChainIndex chains;

    public Antecedents(KnowledgeBase knowledge)
        : this(knowledge, new CueWords(knowledge.Tables["cues/anaphora"], "kind", ignoreCase: true), new ChainIndex([]))
    {
    }

    private Antecedents(KnowledgeBase knowledge, CueWords nouns, ChainIndex chains)
    {
        this.knowledge = knowledge;
        this.nouns = nouns;
        this.chains = chains;
    }

    /// <summary>The same with the chains of one article.</summary>
    public Antecedents In(ImmutableArray<Chain> article) => new(knowledge, nouns, new ChainIndex(article));

    /// <summary>What kind of actor a noun with "the" takes up; null when it takes up none.</summary>
    public string? KindOf(string lemma) => nouns.Find(lemma);

    /// <summary>The one a personal or possessive pronoun stands for; null when unsure.</summary>
    public Antecedent? OfPronoun(IReadOnlyList<Antecedent> named, Sentence sentence, int token, ref RuleId rule)
    {
        string form = sentence.Tokens[token].Form.ToLowerInvariant();
        bool person = form is "he" or "she" or "him" or "his" or "her" or "hers" or "himself" or "herself";
        bool plural = form is "they" or "them" or "their" or "theirs" or "themselves";
        bool single = form is "it" or "its" or "itself";
        if (!person && !plural && !single)
        {
            return null;
        }

        // "Pakistan gave it aid": the subject of the verb is not its object, unless the pronoun is possessive or reflexive.
        int governor = sentence.Tokens[token].Head;
        bool free = sentence.Tokens[token].Deprel == "nmod:poss" || Grammar.IsReflexive(sentence.Tokens[token]);

        bool Apart(Antecedent a) => free || a.Sentence != sentence.Index || a.Governor != governor;

        bool Fits(Antecedent a) => Apart(a) && (person
            ? a.Kind == "person"
            : a.Kind != "person" && (plural ? a.Plural || a.Kind is "armed-group" or "force" : !a.Plural || a.Kind is "country" or "government"));

        if (Nearest(named, sentence.Index, token, FarthestPronoun, Fits) is { } nearest)
        {
            return nearest;
        }

        rule = ByChain;
        return InChain(named, sentence.Index, token, Fits) is { ActorId.Length: > 0 } linked ? linked : null;
    }

    /// <summary>The one that a phrase ("the minister", "its protégé") takes up by the article's chains; null when unsure.</summary>
    public Resolution? OfChain(IReadOnlyList<Antecedent> named, Sentence sentence, int token, bool person) =>
        Grammar.IsPlural(sentence.Tokens[token]) ? null : InChain(named, sentence.Index, token, a => person == (a.Kind == "person")) switch
        {
            { ActorId.Length: > 0 } found => new Resolution(found.ActorId, ByChain, [], found.Span),
            { Side.Length: > 0 } found => new Resolution(found.Side, SideByChain, [], found.Span),
            _ => null,
        };

    /// <summary>The nearest earlier reference of the chain that names an actor, over links that are all sure.</summary>
    private Antecedent? InChain(IReadOnlyList<Antecedent> named, int sentence, int token, Func<Antecedent, bool> fits)
    {
        if (chains.Find(sentence, token) is not ({ } chain, int at) || at == 0)
        {
            return null;
        }

        for (; at > 0 && chain.Links[at].Sureness >= LeastSureness; at--)
        {
            ChainLink earlier = chain.Links[at - 1];
            for (int i = named.Count - 1; i >= 0 && named[i].Sentence >= earlier.Sentence; i--)
            {
                if (named[i].Sentence == earlier.Sentence && named[i].Token == earlier.Head)
                {
                    return fits(named[i]) ? named[i] : null;
                }
            }
        }

        return null;
    }

    /// <summary>The one that "the group" or "the regime" stands for; null when unsure.</summary>
    public Antecedent? OfNoun(IReadOnlyList<Antecedent> named, Sentence sentence, int token, string kind)
    {
        bool Fits(Antecedent a) => kind switch
        {
            "armed-group" or "members" => a.Kind is "armed-group" or "faction",
            "organisation" => a.Kind is "organisation" or "armed-group" or "party" or "ministry" or "outlet",
            "party" => a.Kind == "party",
            "country" => a.Kind == "country",
            "style" => a.Kind == "country" && IsStyled(a.ActorId, sentence.Tokens[token].Lemma),
            "government" => a.Kind is "government" or "country",
            "force" => a.Kind == "force",
            _ => false,
        };
        Antecedent? nearest = Nearest(named, sentence.Index, token, FarthestNoun, Fits);
        return kind == "government" && nearest is not null && IsOutside(named, sentence.Index, nearest) ? null : nearest;
    }

    /// <summary>"Talks that Norway was to host have stalled. The government rejected a truce": where another state is named near by as often, nobody knows whose.</summary>
    private bool IsOutside(IReadOnlyList<Antecedent> named, int sentence, Antecedent nearest)
    {
        string own = CountryOf(nearest);
        var others = new Dictionary<string, int>(StringComparer.Ordinal);
        int times = 0;
        for (int i = named.Count - 1; i >= 0 && sentence - named[i].Sentence <= FarthestNoun; i--)
        {
            if (named[i].ActorId.Length > 0 && (named[i].Governs || named[i].Kind is "country" or "force"))
            {
                string country = CountryOf(named[i]);
                times += country == own ? 1 : 0;
                others[country] = others.GetValueOrDefault(country) + 1;
            }
        }

        return others.Any(o => o.Key != own && o.Value >= times);
    }

    /// <summary>"the kingdom": a country whose full name has the word.</summary>
    private bool IsStyled(string country, string noun) =>
        knowledge.Actors.Find(country)?.Names.Any(n => n.Text.Contains(noun, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>
    /// The two of "both countries", "the two sides": those between whom something was last told to be ("relations between X and Y"), those whom such words last took up, or the only two states
    /// named; empty when unsure.
    /// </summary>
    /// <param name="token">Head of the words.</param>
    /// <param name="last">Whom such words last took up, as of their sentence; empty when they have not yet.</param>
    /// <param name="states">The words say that they are states.</param>
    public IReadOnlyList<Antecedent> Pair(IReadOnlyList<Antecedent> named, Sentence sentence, int token, IReadOnlyList<Antecedent> last, bool states)
    {
        int since = last.Count == 2 && sentence.Index - last[0].Sentence <= FarthestNoun && (!states || last.All(IsState)) ? last[0].Sentence : -1;
        if (Between(named, sentence.Index, states) is { Count: 2 } told && told[0].Sentence >= since)
        {
            return told;
        }

        // "France urged the two sides": who does it to them is none of them.
        int governor = sentence.Tokens[token].Head;
        HashSet<int> beside = [.. named.Where(a => a.Sentence == sentence.Index && a.Governor == governor).Select(a => a.Token)];
        bool Apart(Antecedent one) => one.Sentence != sentence.Index || !(beside.Contains(one.Token) || (one.Joined && beside.Contains(one.Governor)));

        if (since >= 0)
        {
            List<Antecedent> newer = States(named, since + 1, Apart);
            return newer.TrueForAll(one => one.ActorId == last[0].ActorId || one.ActorId == last[1].ActorId) ? last
                : newer.Count > 2 ? []
                : newer.Count == 2 && IsOften(named, newer) ? newer : last;
        }

        List<Antecedent> all = States(named, sentence.Index - FarthestNoun, Apart);
        all = all.Count == 2 ? all : States(named, sentence.Index - FarthestNoun, one => one.Sentence < sentence.Index);
        return all.Count == 2 && IsOften(named, all) ? all : [];
    }

    /// <summary>Whether no third state was named more often so far than one of the two: who offered to mediate is not whom the text is about.</summary>
    private bool IsOften(IReadOnlyList<Antecedent> named, List<Antecedent> two)
    {
        var often = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Antecedent one in named)
        {
            if (one.ActorId.Length > 0 && (one.Governs || one.Kind is "country" or "force"))
            {
                string country = CountryOf(one);
                often[country] = often.GetValueOrDefault(country) + 1;
            }
        }

        (string first, string second) = (CountryOf(two[0]), CountryOf(two[1]));
        int least = Math.Min(often.GetValueOrDefault(first), often.GetValueOrDefault(second));
        return often.All(o => o.Key == first || o.Key == second || o.Value <= least);
    }

    /// <summary>Up to three states named from a sentence on, in text order.</summary>
    private List<Antecedent> States(IReadOnlyList<Antecedent> named, int from, Func<Antecedent, bool> may)
    {
        var states = new List<Antecedent>();
        for (int i = named.Count - 1; i >= 0 && named[i].Sentence >= from && states.Count < 3; i--)
        {
            Antecedent one = named[i];
            string country = CountryOf(one);
            if (one.ActorId.Length > 0 && (one.Governs || one.Kind is "country" or "force") && may(one) && states.TrueForAll(p => CountryOf(p) != country))
            {
                states.Add(one);
            }
        }

        states.Reverse();
        return states;
    }

    private static IReadOnlyList<Antecedent> Between(IReadOnlyList<Antecedent> named, int sentence, bool states)
    {
        bool May(Antecedent one) => one.ActorId.Length > 0 && (states ? IsState(one) : one.Kind is not "person");
        for (int i = named.Count - 1; i > 0 && sentence - named[i].Sentence <= FarthestNoun; i--)
        {
            Antecedent second = named[i];
            for (int k = i - 1; k >= 0 && second.Joined && named[k].Sentence == second.Sentence; k--)
            {
                Antecedent first = named[k];
                if (first.Between && first.Token == second.Governor && first.ActorId != second.ActorId && May(first) && May(second))
                {
                    return [first, second];
                }
            }
        }

        return [];
    }

    private static bool IsState(Antecedent one) => one.Governs || one.Kind == "country";

    private string CountryOf(Antecedent one) => knowledge.Actors.Find(one.ActorId)?.Country ?? one.ActorId;

    private static Antecedent? Nearest(IReadOnlyList<Antecedent> named, int sentence, int token, int farthest, Func<Antecedent, bool> fits)
    {
        for (int back = 0; back <= farthest; back++)
        {
            Antecedent? best = null, rival = null;
            for (int i = named.Count - 1; i >= 0 && named[i].Sentence >= sentence - back; i--)
            {
                Antecedent one = named[i];
                if (one.Sentence != sentence - back || (back == 0 && one.Token >= token) || !fits(one))
                {
                    continue;
                }

                if (best is null)
                {
                    best = one;
                }
                else if (one.Subject && !best.Subject)
                {
                    (best, rival) = (one, best.ActorId == one.ActorId ? rival : null);
                }
                else if (one.ActorId != best.ActorId && one.Subject == best.Subject)
                {
                    rival = one;
                }
            }

            if (best is not null)
            {
                return rival is null && best.ActorId.Length > 0 ? best : null;
            }
        }

        return null;
    }
}
