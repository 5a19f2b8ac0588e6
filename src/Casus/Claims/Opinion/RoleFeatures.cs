using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>What a sentence shows of a word's part in an event: the way from the trigger to it, its preposition, what it is, and which part the patterns give it.</summary>
internal static class RoleFeatures
{
    public const int Bits = 16;

    /// <summary>Features of a word, and letters of seven relations with a sign before each.</summary>
    private const int Most = 28, LongestWay = 160;

    public const string Initiator = "initiator", Target = "target", Neither = "neither";

    public static readonly ImmutableArray<string> Answers = [Initiator, Target, Neither];

    /// <param name="type">The event's code; "" where none is known yet.</param>
    public static HashedRows Of(SentenceView s, Draft draft, string type, IReadOnlyList<int> candidates, int at)
    {
        var rows = new HashedRows(Bits, Most);
        int c = candidates[at], trigger = draft.Token;
        string marker = s.Case(c), sort = s.Sort(c), deprel = s.Deprel(c), word = s.Lemma(trigger);
        Span<char> letters = stackalloc char[2 * LongestWay];
        ReadOnlySpan<char> way = Way(s, trigger, c, letters[..LongestWay]);
        rows.Add(1, way);
        rows.Add(2, way, marker);
        rows.Add(3, way, type);
        rows.Add(4, way, marker, type);
        rows.Add(5, way, marker, word);
        rows.Add(6, way, sort, type);
        if (draft.Anchor != trigger && draft.Anchor >= 0)
        {
            ReadOnlySpan<char> above = Way(s, draft.Anchor, c, letters[LongestWay..]);
            rows.Add(7, above, type);
            rows.Add(8, above, marker, s.Lemma(draft.Anchor));
        }

        rows.Close(1.2f);
        rows.Add(9, sort);
        rows.Add(10, sort, type);
        rows.Add(11, deprel, marker);
        rows.Add(12, deprel, marker, type);
        rows.Add(13, s.Lemma(c), type);
        rows.Add(14, s.Lemma(c));
        rows.Add(15, sort, deprel, marker);
        int head = s.Head(c);
        if (head >= 0)
        {
            rows.Add(16, s.Lemma(head), deprel, marker);
            rows.Add(17, s[head].Upos, deprel, marker, type);
            rows.Add(18, s.Relation(head), deprel, marker);
        }

        rows.Close(1f);
        string part = Part(draft, c);
        string lacks = (draft.Initiators.IsEmpty ? "i" : "") + (draft.Targets.IsEmpty ? "t" : "") + (draft.Victims.IsEmpty ? "v" : "");
        string order = at switch { 0 => "first", 1 => "second", 2 => "third", _ => "later" };
        string side = c < trigger ? "before" : "after";
        rows.Add(19, part);
        rows.Add(20, part, lacks);
        rows.Add(21, part, type);
        rows.Add(22, order, side);
        rows.Add(23, order, lacks, part);
        rows.Add(24, side, lacks, sort);
        rows.Add(25, at == candidates.Count - 1 ? "last" : "", side, lacks);
        rows.Add(26, Math.Min(6, s.Distance(trigger, c)).ToString(System.Globalization.CultureInfo.InvariantCulture), side);
        if (draft.Rules.Length > 0)
        {
            rows.Add(27, draft.Rules[0].Value, part);
            rows.Add(28, draft.Rules[0].Value, way, marker);
        }

        rows.Close(1.2f);
        return rows;
    }

    /// <summary>"&lt;obl" up and "&gt;obj" down: the relations that lead from one word to the other, at most seven.</summary>
    private static ReadOnlySpan<char> Way(SentenceView s, int from, int to, Span<char> letters)
    {
        int length = 0, steps = 0, x = from;
        while (!s.Dominates(x, to) && s.Head(x) >= 0 && steps++ < 6)
        {
            length = Append(letters, length, '<', s.Relation(x));
            x = s.Head(x);
        }

        Span<int> down = stackalloc int[7];
        int count = 0;
        for (int y = to; y != x && y >= 0 && steps++ < 7; y = s.Head(y))
        {
            down[count++] = y;
        }

        while (count > 0)
        {
            length = Append(letters, length, '>', s.Deprel(down[--count]));
        }

        return letters[..length];
    }

    private static int Append(Span<char> letters, int length, char sign, string relation)
    {
        letters[length++] = sign;
        relation.CopyTo(letters[length..]);
        return length + relation.Length;
    }

    /// <summary>Kind and class of the party that a word names; asked once of each word, through <see cref="SentenceView.Sort"/>.</summary>
    public static string Sort(SentenceView s, int token)
    {
        string? @class = PartyReader.ClassOf(s, token);
        string kind = s.MentionOver(token) is { } mention ? mention.Kind.ToString() + (mention.Actor is null ? "" : "!") : s.PartyNoun(s.Content(token))?.Kind ?? s[token].Upos;
        return @class is null ? kind : kind + ":" + @class;
    }

    private static string Part(Draft draft, int token)
    {
        bool Plays(ImmutableArray<Role> roles)
        {
            foreach (Role role in roles)
            {
                if (role.Token == token || (role.Party.Evidence.Span is { } span && span.Overlaps(draft.View[token].Span)))
                {
                    return true;
                }
            }

            return false;
        }

        return Plays(draft.Initiators) ? "I" : Plays(draft.Targets) ? "T" : Plays(draft.Victims) ? "V" : "-";
    }
}
