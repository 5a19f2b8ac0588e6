using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>States between actors: who leads, splintered from, is allied with or part of whom.</summary>
internal sealed record RelationFound(SentenceView View, string Relation, Party A, Party B, int Token, RuleId Rule)
{
    /// <summary>Null for a state.</summary>
    public RelationChange? Change { get; init; }
}

internal static class RelationReader
{
    private static readonly HashSet<int> NoEvents = [];

    public static IEnumerable<RelationFound> Read(SentenceView s)
    {
        foreach (RelationWord word in s.Lexicon.Relations)
        {
            if (!s.Bits.MayHaveAllOf(word.First))
            {
                continue;
            }

            for (int token = 0; token < s.Count; token++)
            {
                if (s.Lemma(token) == word.Words[0] && Fits(s, token, word) && One(s, token, word) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private static bool Fits(SentenceView s, int token, RelationWord word)
    {
        bool pos = word.Pos switch
        {
            "verb" => s.IsVerb(token),
            "noun" => s.IsNoun(token),
            "adverb" => s[token].Upos is "ADV",
            _ => s[token].Upos is "ADJ" or "VERB",
        };
        return pos && (word.Words.Length == 1 || TriggerIndex.WithParticle(s, token) == string.Join(' ', word.Words));
    }

    private static RelationFound? One(SentenceView s, int token, RelationWord word)
    {
        var match = new TriggerMatch(null, token, [token], s.IsNoun(token), -1, -1, 0);
        return IsSo(s, match) && Sides(s, match, word.A, word.B, word.Rule) is var (a, b) && Suits(s, word, a, b) && !IsBesideIt(s, token, a, b) ? new RelationFound(s, word.Relation, a, b, token, word.Rule) : null;
    }

    /// <summary>"does not recognise it", "may back them", "wants to lead it": only what is told to be so, or what somebody is accused of.</summary>
    private static bool IsSo(SentenceView s, TriggerMatch match) =>
        ControlChain.Above(s, match).TrueForAll(c => c.Effect is Effect.Report or Effect.Presuppose or Effect.Past or Effect.Accuse);

    /// <summary>Armed groups and parties are hosted for long, a visitor or a summit for a day; kin are people, people succeed people, and "his" names neither; what belongs to somebody need be no actor.</summary>
    private static bool Suits(SentenceView s, RelationWord word, Party a, Party b) => word.Relation switch
    {
        "hosts" => a.Kind is not "person" && (b.Class == "militant" || (b.ActorId is { } id && s.Lexicon.Knowledge.Actors.Find(id) is { Kind: "armed-group" or "faction" or "party" })),
        "kin" => a.Kind == "person" && b.Kind == "person" && !a.Implied && !b.Implied,
        "succeeded" => (a.Kind == "person") == (b.Kind == "person") && !a.Implied && !b.Implied,
        "recognises" => a.Kind is not "person",
        // "Peru's police chief", "the country's army commander": of its police, its army.
        "leads" when word.Words is ["chief" or "commander"] => b.Kind is not "country",
        "part-of" when word.Pos == "verb" => (a.ActorId ?? a.Provisional?.Id) is not null && (b.ActorId ?? b.Provisional?.Id) is not null,
        _ => true,
    };

    /// <summary>"called him and the | wife | of the mayor", "men of a | wing | of the party": the word above is somebody else, unless the noun says who that is.</summary>
    private static bool IsBesideIt(SentenceView s, int token, Party a, Party b) =>
        s.IsNoun(token) && s.Relation(token) is "conj" or "nmod" or "obl" && s.Head(token) is >= 0 and var above && (a.Evidence.Span?.Contains(s[above].Span) == true || b.Evidence.Span?.Contains(s[above].Span) == true)
        && !(a.Evidence.Span?.Contains(s[token].Span) == true || b.Evidence.Span?.Contains(s[token].Span) == true);

    /// <summary>Null where one side is not told, or neither is known.</summary>
    internal static (Party A, Party B)? Sides(SentenceView s, TriggerMatch match, ImmutableArray<TreePath> toA, ImmutableArray<TreePath> toB, RuleId rule)
    {
        ImmutableArray<Party> a = Reach(s, match, toA, rule, out _);
        ImmutableArray<Party> b = Reach(s, match, toB, rule, out bool told);
        if (!told && a.Length >= 2)
        {
            (a, b) = ([a[0]], [a[1]]);
        }

        return a.IsEmpty || b.IsEmpty || AreOne(a[0], b[0]) || (a[0].Resolution is null && b[0].Resolution is null) ? null : (a[0], b[0]);
    }

    /// <summary>The words of "Anas Haqqani, a brother of Sirajuddin Haqqani" hold both, who are two.</summary>
    private static bool AreOne(Party a, Party b) => a.ActorId is { } one && b.ActorId is { } other ? one == other : RoleReader.Same(a, b);

    /// <param name="told">Words stand there, whether or not they name somebody ("oppose military aid").</param>
    private static ImmutableArray<Party> Reach(SentenceView s, TriggerMatch match, ImmutableArray<TreePath> paths, RuleId rule, out bool told)
    {
        told = false;
        List<int> found = [];
        foreach (TreePath path in paths)
        {
            found.Clear();
            if (path.StartsAbove && s.Relation(match.Token) == "conj")
            {
                // "Israel and Palestinian | factions |" stand beside each other.
                continue;
            }

            path.Find(s, match, found);
            told |= found.Count > 0;
            ImmutableArray<Party> parties = [.. RoleReader.Parties(s, found, rule, NoEvents).Select(r => r.Party).Where(p => p.Kind is not ("facility" or "property" or "place") && (p.ActorId ?? p.Class ?? p.Provisional?.Id) is not null)];
            if (!parties.IsEmpty)
            {
                return parties;
            }
        }

        return [];
    }
}
