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
            _ => s[token].Upos is "ADJ" or "VERB",
        };
        return pos && (word.Words.Length == 1 || TriggerIndex.WithParticle(s, token) == string.Join(' ', word.Words));
    }

    private static RelationFound? One(SentenceView s, int token, RelationWord word)
    {
        var match = new TriggerMatch(null, token, [token], s.IsNoun(token), -1, -1, 0);
        return Sides(s, match, word.A, word.B, word.Rule) is var (a, b) ? new RelationFound(s, word.Relation, a, b, token, word.Rule) : null;
    }

    /// <summary>Null where one side is not told, or neither is known.</summary>
    internal static (Party A, Party B)? Sides(SentenceView s, TriggerMatch match, ImmutableArray<TreePath> toA, ImmutableArray<TreePath> toB, RuleId rule)
    {
        ImmutableArray<Party> a = Reach(s, match, toA, rule, out _);
        ImmutableArray<Party> b = Reach(s, match, toB, rule, out bool told);
        if (!told && a.Length >= 2)
        {
            (a, b) = ([a[0]], [a[1]]);
        }

        return a.IsEmpty || b.IsEmpty || RoleReader.Same(a[0], b[0]) || (a[0].Resolution is null && b[0].Resolution is null) ? null : (a[0], b[0]);
    }

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
