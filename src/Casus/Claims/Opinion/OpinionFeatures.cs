using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// What a sentence shows of two marked parties, as hashed rows with weights: the wording with the parties masked, the way between them
/// through the tree, the words that govern each, the words between, and what the patterns make of it. Each family has unit length
/// times its weight, so that long sentences do not speak louder.
/// </summary>
internal sealed class OpinionFeatures
{
    public const int Bits = 16;

    private const float WordingWeight = 0.6f, LemmaWeight = 0.8f, PathWeight = 1f, GovernorWeight = 1.2f, BetweenWeight = 0.7f, PatternWeight = 1.2f;
    private readonly List<int> rows = [];
    private readonly List<float> values = [];
    private int family;

    public IReadOnlyList<int> Rows => rows;

    public IReadOnlyList<float> Values => values;

    public static OpinionFeatures Of(SentenceView s, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target, IReadOnlyList<EventClaim> claims, IReadOnlyList<TriggerMatch> triggers)
    {
        var features = new OpinionFeatures();
        char[] mask = [.. s.Sentence.Tokens.Select(t => initiator.Any(x => x.Overlaps(t.Span)) ? 'S' : target.Any(x => x.Overlaps(t.Span)) ? 'T' : '_')];
        int a = HeadOf(s, mask, 'S'), b = HeadOf(s, mask, 'T');
        features.Wording(s, mask);
        features.Lemmas(s, mask);
        features.Path(s, a, b);
        features.Governors(s, mask, a, 'S');
        features.Governors(s, mask, b, 'T');
        features.Close(GovernorWeight);
        features.Between(s, mask, a, b);
        features.Patterns(s, initiator, target, claims, triggers, a, b);
        return features;
    }

    /// <summary>The first marked word whose governor is not marked the same.</summary>
    private static int HeadOf(SentenceView s, char[] mask, char side)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (mask[i] == side && (s.Head(i) < 0 || mask[s.Head(i)] != side))
            {
                return i;
            }
        }

        return -1;
    }

    private void Wording(SentenceView s, char[] mask)
    {
        var text = new System.Text.StringBuilder(" ");
        for (int i = 0; i < s.Count; i++)
        {
            if (mask[i] == '_')
            {
                text.Append(s[i].Form.ToLowerInvariant()).Append(' ');
            }
            else if (i == 0 || mask[i - 1] != mask[i])
            {
                text.Append(mask[i]).Append(' ');
            }
        }

        for (int length = 3; length <= 5; length++)
        {
            for (int i = 0; i + length <= text.Length; i++)
            {
                Add(1, text.ToString(i, length), "");
            }
        }

        Close(WordingWeight);
    }

    private void Lemmas(SentenceView s, char[] mask)
    {
        string before = "<";
        for (int i = 0; i < s.Count; i++)
        {
            string word = mask[i] == '_' ? s.Lemma(i) : mask[i].ToString();
            if (mask[i] == '_')
            {
                Add(2, word, s[i].Upos);
            }

            Add(3, before, word);
            before = word;
        }

        Close(LemmaWeight);
    }

    private void Path(SentenceView s, int a, int b)
    {
        if (a >= 0 && b >= 0)
        {
            List<int> up = Up(s, a), over = Up(s, b);
            int top = up.Find(over.Contains);
            int i = up.IndexOf(top), j = over.IndexOf(top);
            string left = string.Join('>', up.Take(i).Select(s.Relation)), right = string.Join('<', over.Take(j).Select(s.Relation));
            Add(4, left, right);
            Add(5, left + "|" + right, s.Lemma(top));
            Add(6, s.Lemma(top), s[top].Xpos);
            foreach (int node in up.Take(i + 1).Skip(1).Concat(over.Take(j).Skip(1)))
            {
                Add(7, s.Lemma(node), s.Relation(node));
                Add(8, s.Lemma(node), "");
                foreach (int child in s.Children(node))
                {
                    if (child != a && child != b && s.Relation(child) is not ("punct" or "det"))
                    {
                        Add(9, s.Lemma(node) + s.Relation(child), s.Lemma(child));
                        Add(10, s.Relation(child), s.Lemma(child));
                    }
                }
            }
        }

        Close(PathWeight);
    }

    private static List<int> Up(SentenceView s, int token)
    {
        var up = new List<int>();
        for (int at = token; at >= 0 && up.Count < 60; at = s.Head(at))
        {
            up.Add(at);
        }

        return up;
    }

    private void Governors(SentenceView s, char[] mask, int party, char side)
    {
        if (party < 0)
        {
            Add(11, "none", side.ToString());
            return;
        }

        int head = s.Head(party);
        string own = side + s.Deprel(party) + s.Case(party);
        Add(11, own, "");
        for (int steps = 0; head >= 0 && steps < 4; steps++, head = s.Head(head))
        {
            string mark = side + steps.ToString(System.Globalization.CultureInfo.InvariantCulture), lemma = s.Lemma(head);
            Add(12, mark, lemma);
            Add(13, mark + lemma, own);
            Add(14, lemma, s[head].Xpos + s.Relation(head));
            foreach (int child in s.Children(head))
            {
                if (mask[child] != '_' && child != party)
                {
                    Add(15, mark + lemma, mask[child] + s.Deprel(child) + s.Case(child));
                    continue;
                }

                switch (s.Relation(child))
                {
                    case "obj" or "obl" or "xcomp" or "ccomp" or "compound" or "advmod" or "nmod" or "nsubj" or "acl":
                        Add(16, lemma + s.Deprel(child) + s.Case(child), s.Lemma(child));
                        Add(17, mark + s.Relation(child), s.Lemma(child));
                        break;
                    case "aux":
                        Add(18, mark + "aux", s.Lemma(child));
                        Add(19, lemma, s.Deprel(child));
                        break;
                }
            }

            if (s.Child(head, "nsubj:pass") >= 0)
            {
                Add(20, mark + "passive", lemma);
            }
        }
    }

    private void Between(SentenceView s, char[] mask, int a, int b)
    {
        if (a >= 0 && b >= 0)
        {
            for (int i = Math.Min(a, b) + 1; i < Math.Max(a, b); i++)
            {
                if (mask[i] == '_')
                {
                    Add(21, s.Lemma(i), s[i].Upos);
                }
            }

            Add(22, a < b ? "forth" : "back", "");
        }

        Close(BetweenWeight);
    }

    private void Patterns(SentenceView s, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target, IReadOnlyList<EventClaim> claims, IReadOnlyList<TriggerMatch> triggers, int a, int b)
    {
        foreach (EventClaim claim in claims)
        {
            bool from = claim.Initiators.Any(p => Touches(p, initiator)), to = claim.Targets.Concat(claim.Victims).Any(p => Touches(p, target));
            bool turned = claim.Initiators.Any(p => Touches(p, target)), other = claim.Targets.Any(p => Touches(p, initiator));
            string fit = (from ? "f" : "") + (to ? "t" : "") + (turned ? "r" : "") + (other ? "o" : "");
            Add(23, claim.Type, fit);
            Add(24, claim.Type, claim.Factuality.ToString());
            Add(25, claim.Type, claim.Score >= 0.6 ? "sure" : "unsure");
            foreach (RuleId rule in claim.Rules)
            {
                Add(26, rule.Value, fit.Length > 0 ? "here" : "");
            }
        }

        List<int> way = [.. a >= 0 ? Up(s, a) : [], .. b >= 0 ? Up(s, b) : []];
        foreach (TriggerMatch match in triggers)
        {
            string on = way.Contains(match.Token) ? "on" : way.Contains(s.Head(match.Token)) ? "near" : "off";
            string type = Composition.Of(s, match, s.Lexicon.Knowledge.Ontology).Type;
            Add(27, type, on);
            Add(28, match.Pattern.Pattern.Type, on);
        }

        Close(PatternWeight);
    }

    private static bool Touches(Party party, IReadOnlyList<TextSpan> spans) => party.Evidence.Span is { } span && spans.Any(s => s.Overlaps(span));

    private void Add(uint kind, string a, string b)
    {
        uint hash = kind * 0x9E3779B1u;
        foreach (char c in a)
        {
            hash = (hash ^ c) * 16777619u;
        }

        hash = (hash ^ 0x1F) * 16777619u;
        foreach (char c in b)
        {
            hash = (hash ^ c) * 16777619u;
        }

        rows.Add((int)(FeatureList.Mix(hash) >> (32 - Bits)));
        values.Add(1);
    }

    /// <summary>Brings the features since the last call to the length of the family's weight.</summary>
    private void Close(float weight)
    {
        float scale = weight / MathF.Sqrt(Math.Max(1, rows.Count - family));
        for (int i = family; i < rows.Count; i++)
        {
            values[i] = scale;
        }

        family = rows.Count;
    }
}
