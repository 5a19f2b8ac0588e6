using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>Changes of relation: "the once warm ties between A and B have cooled", "A fell out with B", "friends become foes" (knowledge/relations).</summary>
internal static class ChangeReader
{
    private const string Allied = "allied", Hostile = "hostile";

    public static IEnumerable<RelationFound> Read(SentenceView s)
    {
        for (int token = 0; token < s.Count; token++)
        {
            foreach (CompiledChange change in s.Lexicon.Changes.At(s.Lemma(token)))
            {
                if (Opens(s, token, change) && One(s, token, change) is { } found)
                {
                    yield return found;
                    break;
                }
            }
        }
    }

    private static bool Opens(SentenceView s, int token, CompiledChange change) =>
        (s.IsVerb(token) && change.Pattern.Trigger.Verbs.Contains(TriggerIndex.WithParticle(s, token)))
        || (s.IsNoun(token) && change.Pattern.Trigger.Nouns.Contains(s.Lemma(token)));

    private static RelationFound? One(SentenceView s, int token, CompiledChange change)
    {
        var match = new TriggerMatch(null, token, [token], s.IsNoun(token), -1, -1, 0);
        List<int> found = [];
        if (!change.Require.All(c => c.Find(s, match, s.Lexicon, found) >= 0) || !Came(s, match))
        {
            return null;
        }

        int bearer = change.Bearer.IsEmpty ? token : Bearer(s, match, change.Bearer);
        if (bearer < 0)
        {
            return null;
        }

        int before = ClauseBefore(s, bearer);
        string? from = change.Pattern.From ?? StateBefore(s, bearer, change.Pattern.To) ?? (before < 0 ? null : StateBefore(s, before, change.Pattern.To));
        TriggerMatch held = bearer == token ? match : new TriggerMatch(null, bearer, [bearer], true, -1, -1, 0);
        if (from == change.Pattern.To || (RelationReader.Sides(s, held, change.A, change.B, change.Rule) ?? Described(s, held, change) ?? (before < 0 ? null : Pair(s, before, change.Rule))) is not var (a, b))
        {
            return null;
        }

        (a, b) = (Renamed(s, a, change.Rule), Renamed(s, b, change.Rule));
        return Named(a) && Named(b) && !RoleReader.Same(a, b)
            ? new RelationFound(s, change.Pattern.To, a, b, token, change.Rule) { Change = new RelationChange(from, change.Pattern.To, s.Analysis.Article.Quote(s[token].Span)) }
            : null;
    }

    /// <summary>"X and Y were once partners, but ties have soured": the head of the clause that says of whom; -1 where there is none.</summary>
    private static int ClauseBefore(SentenceView s, int bearer) =>
        s.Relation(bearer) == "nsubj" && s.Head(bearer) is >= 0 and var verb && s.Relation(verb) == "conj" && s.Head(verb) is >= 0 and var first && first < bearer ? first : -1;

    /// <summary>The two who are the subject of a clause.</summary>
    private static (Party A, Party B)? Pair(SentenceView s, int clause, RuleId rule)
    {
        int one = s.Child(clause, "nsubj"), other = one < 0 ? -1 : s.Child(one, "conj");
        return other >= 0 && PartyReader.Read(s, one, rule) is { } a && PartyReader.Read(s, other, rule) is { } b ? (a, b) : null;
    }

    /// <summary>"between the army and its ally, the Brigade": the ally is the army's and by that taken for it, but has a name of its own.</summary>
    private static (Party A, Party B)? Described(SentenceView s, TriggerMatch match, CompiledChange change)
    {
        List<int> found = [];
        foreach (TreePath path in change.A)
        {
            path.Find(s, match, found);
        }

        foreach (int one in found)
        {
            foreach (int other in s.Children(one))
            {
                if (s.Relation(other) == "conj" && NamedBehind(s, other + 1, change.Rule) is { } b && PartyReader.Read(s, one, change.Rule) is { } a)
                {
                    return (a, b);
                }
            }
        }

        return null;
    }

    /// <summary>"its ally, the Brigade of the North, …": who is described is named behind the comma, wherever the tree hangs the name.</summary>
    private static Party Renamed(SentenceView s, Party party, RuleId rule) =>
        Named(party) || party.Evidence.Span is not { } span ? party : NamedBehind(s, s.TokensIn(span).To, rule) ?? party;

    /// <summary>Whom the first mention behind a comma names; null without a comma there, or where it names nobody known.</summary>
    private static Party? NamedBehind(SentenceView s, int comma, RuleId rule)
    {
        for (int i = comma + 1; comma < s.Count && s[comma].Form == "," && i < Math.Min(s.Count, comma + 8); i++)
        {
            if (s.MentionAt(i) is { } mention)
            {
                return mention.Actor is null ? null : PartyReader.Read(s, i, rule);
            }
        }

        return null;
    }

    /// <summary>"turned to them for help against the flood": only who has a name can fall out with others.</summary>
    private static bool Named(Party party) => party.Resolution is not null || party.Provisional is not null;

    /// <summary>What is denied, feared, wished or planned has not come.</summary>
    private static bool Came(SentenceView s, TriggerMatch match) =>
        ControlChain.Above(s, match).TrueForAll(c => c.Effect is Effect.Report or Effect.Presuppose or Effect.Past);

    private static int Bearer(SentenceView s, TriggerMatch match, ImmutableArray<TreePath> paths)
    {
        List<int> found = [];
        foreach (TreePath path in paths)
        {
            path.Find(s, match, found);
        }

        int at = found.FindIndex(t => s.Lexicon.In("relation-noun", s.Lemma(t)));
        return at < 0 ? -1 : found[at];
    }

    /// <summary>"the once cordial ties", "their long enmity"; null where no adjective and not the noun itself tells it.</summary>
    private static string? StateBefore(SentenceView s, int bearer, string to)
    {
        bool former = false;
        foreach (int child in s.Children(bearer))
        {
            if (s.Relation(child) is "amod" or "compound" && State(s, child) is { } state)
            {
                return state;
            }

            former |= s.Lexicon.In("former", s.Lemma(child));
        }

        // "The once rosy ties have soured": whatever they were, they were not that.
        return State(s, bearer) ?? (!former ? null : to == Hostile ? Allied : to == Allied ? Hostile : null);
    }

    private static string? State(SentenceView s, int word) =>
        s.Lexicon.In("cordial-word", s.Lemma(word)) ? Allied : s.Lexicon.In("hostile-word", s.Lemma(word)) ? Hostile : null;
}
