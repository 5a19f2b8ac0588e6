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
        return IsSo(s, match) && Sides(s, match, word.A, word.B, word.Rule) is var (a, b) && Suits(word.Relation, a, b) ? new RelationFound(s, word.Relation, a, b, token, word.Rule) : null;
    }

    /// <summary>"does not recognise it", "may back them", "wants to lead it": only what is told to be so, or what somebody is accused of.</summary>
    private static bool IsSo(SentenceView s, TriggerMatch match) =>
        ControlChain.Above(s, match).TrueForAll(c => c.Effect is Effect.Report or Effect.Presuppose or Effect.Past or Effect.Accuse);

    /// <summary>A group is hosted for long, a visitor for a day; kin are people, and people succeed people.</summary>
    private static bool Suits(string relation, Party a, Party b) => relation switch
    {
        "hosts" => b.Kind is "group" or "organisation" && a.Kind is not "person",
        "kin" => a.Kind == "person" && b.Kind == "person",
        "succeeded" => (a.Kind == "person") == (b.Kind == "person"),
        "recognises" => a.Kind is not "person",
        _ => true,
    };

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
