using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// What a sentence shows of two marked parties, as hashed rows: the wording with the parties masked, the way between them through the
/// tree, the words that govern each, the words between, and what the patterns make of it.
/// </summary>
internal sealed class OpinionFeatures
{
    public const int Bits = 17;

    private const float WordingWeight = 0.6f, LemmaWeight = 0.8f, PathWeight = 1f, GovernorWeight = 1.2f, BetweenWeight = 0.7f, PatternWeight = 1.2f, VocabularyWeight = 1f;
    private static readonly string[] Steps = ["S0", "S1", "S2", "S3", "T0", "T1", "T2", "T3"];

    private readonly SentenceView s;
    private readonly char[] mask;
    private readonly bool[] near;
    private readonly HashedRows rows = new(Bits);

    private OpinionFeatures(SentenceView s, char[] mask)
    {
        this.s = s;
        this.mask = mask;
        near = new bool[mask.Length];
    }

    public static HashedRows Of(PatternsTold told, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target)
    {
        SentenceView s = told.View;
        var mask = new char[s.Count];
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = Touch(s[i].Span, initiator) ? 'S' : Touch(s[i].Span, target) ? 'T' : '_';
        }

        var features = new OpinionFeatures(s, mask);
        int a = features.HeadOf('S'), b = features.HeadOf('T');
        features.Reach(a, b);
        features.Wording();
        features.Lemmas();
        List<int> up = a >= 0 ? Up(s, a) : [], over = b >= 0 ? Up(s, b) : [];
        var way = new bool[s.Count];
        up.ForEach(t => way[t] = true);
        over.ForEach(t => way[t] = true);
        features.Path(a, b, up, over);
        features.Governors(a, 'S', Steps.AsSpan(0, 4));
        features.Governors(b, 'T', Steps.AsSpan(4, 4));
        features.rows.Close(GovernorWeight);
        features.Between(a, b);
        features.Patterns(told, initiator, target, way);
        features.Vocabulary(told.Index, way);
        return features.rows;
    }

    private static bool Touch(TextSpan word, IReadOnlyList<TextSpan> spans)
    {
        for (int i = 0; i < spans.Count; i++)
        {
            if (spans[i].Overlaps(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first marked word whose governor is not marked the same.</summary>
    private int HeadOf(char side)
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

    /// <summary>
    /// Marks the words that may tell what passes between the two: the smallest clause over both, without its side clauses that hold neither. What a long
    /// sentence tells of others is not said of them.
    /// </summary>
    private void Reach(int a, int b)
    {
        int top = a >= 0 ? a : b;
        while (top >= 0 && s.Head(top) >= 0 && !((b < 0 || s.Dominates(top, b)) && (a < 0 || s.Dominates(top, a)) && s.IsVerb(top) && top != a && top != b))
        {
            top = s.Head(top);
        }

        for (int i = 0; i < s.Count; i++)
        {
            near[i] = top < 0 || mask[i] != '_' || (s.Dominates(top, i) && !Aside(i, top, a, b)) || Above(i, top);
        }
    }

    /// <summary>The words over the clause that may turn its meaning: "refused to", "accused of", "said that".</summary>
    private bool Above(int token, int top)
    {
        for (int x = s.Head(top), steps = 0; x >= 0 && steps < 3; x = s.Head(x), steps++)
        {
            if (x == token || (s.Head(token) == x && s.Relation(token) is "aux" or "advmod" or "mark"))
            {
                return true;
            }
        }

        return false;
    }

    private bool Aside(int token, int top, int a, int b)
    {
        for (int x = token; x >= 0 && x != top; x = s.Head(x))
        {
            if (s.Relation(x) is "advcl" or "acl" or "parataxis" or "conj" or "appos" && s.Head(x) >= 0 && (s.IsVerb(x) || s.Relation(x) == "parataxis")
                && (a < 0 || !s.Dominates(x, a)) && (b < 0 || !s.Dominates(x, b)))
            {
                return true;
            }
        }

        return false;
    }

    private void Wording()
    {
        var text = new System.Text.StringBuilder(" ");
        for (int i = 0; i < s.Count; i++)
        {
            if (mask[i] == '_')
            {
                if (near[i])
                {
                    text.Append(s[i].Form.ToLowerInvariant()).Append(' ');
                }
            }
            else if (i == 0 || mask[i - 1] != mask[i])
            {
                text.Append(mask[i]).Append(' ');
            }
        }

        rows.AddRuns(1, text.ToString(), 3, 5);
        rows.Close(WordingWeight);
    }

    private void Lemmas()
    {
        string before = "<";
        for (int i = 0; i < s.Count; i++)
        {
            if (!near[i])
            {
                continue;
            }

            string word = mask[i] == '_' ? s.Lemma(i) : mask[i] == 'S' ? "S" : "T";
            if (mask[i] == '_')
            {
                rows.Add(2, word, s[i].Upos);
            }

            rows.Add(3, before, word);
            before = word;
        }

        rows.Close(LemmaWeight);
    }

    private void Path(int a, int b, List<int> up, List<int> over)
    {
        if (a >= 0 && b >= 0)
        {
            int top = up.Find(over.Contains);
            int i = up.IndexOf(top), j = over.IndexOf(top);
            string way = string.Join('>', up.Take(i).Select(s.Relation)) + "|" + string.Join('<', over.Take(j).Select(s.Relation));
            rows.Add(4, way);
            rows.Add(5, way, s.Lemma(top));
            rows.Add(6, s.Lemma(top), s[top].Xpos);
            for (int k = 1; k <= i; k++)
            {
                Passed(up[k], a, b);
            }

            for (int k = 1; k < j; k++)
            {
                Passed(over[k], a, b);
            }
        }

        rows.Close(PathWeight);
    }

    private void Passed(int node, int a, int b)
    {
        string lemma = s.Lemma(node);
        rows.Add(7, lemma, s.Relation(node));
        rows.Add(8, lemma);
        foreach (int child in s.Children(node))
        {
            if (child != a && child != b && s.Relation(child) is not ("punct" or "det"))
            {
                rows.Add(9, lemma, s.Relation(child), s.Lemma(child));
                rows.Add(10, s.Relation(child), s.Lemma(child));
            }
        }
    }

    public static List<int> Up(SentenceView s, int token)
    {
        var up = new List<int>();
        for (int at = token; at >= 0 && up.Count < 60; at = s.Head(at))
        {
            up.Add(at);
        }

        return up;
    }

    private void Governors(int party, char side, ReadOnlySpan<string> steps)
    {
        if (party < 0)
        {
            rows.Add(11, "none", steps[0]);
            return;
        }

        int head = s.Head(party);
        string deprel = s.Deprel(party), marker = s.Case(party);
        rows.Add(11, steps[0], deprel, marker);
        for (int step = 0; head >= 0 && step < steps.Length; step++, head = s.Head(head))
        {
            string mark = steps[step], lemma = s.Lemma(head);
            rows.Add(12, mark, lemma);
            rows.Add(13, mark, lemma, deprel, marker);
            rows.Add(14, lemma, s[head].Xpos, s.Relation(head));
            foreach (int child in s.Children(head))
            {
                if (mask[child] != '_' && child != party)
                {
                    rows.Add(15, mark, lemma, mask[child] == 'S' ? "S" : "T", s.Deprel(child));
                    rows.Add(21, mark, lemma, mask[child] == 'S' ? "S" : "T", s.Case(child));
                    continue;
                }

                switch (s.Relation(child))
                {
                    case "obj" or "obl" or "xcomp" or "ccomp" or "compound" or "advmod" or "nmod" or "nsubj" or "acl":
                        rows.Add(16, lemma, s.Deprel(child), s.Case(child), s.Lemma(child));
                        rows.Add(17, mark, s.Relation(child), s.Lemma(child));
                        break;
                    case "aux":
                        rows.Add(18, mark, s.Lemma(child));
                        rows.Add(19, lemma, s.Deprel(child));
                        break;
                }
            }

            if (s.Child(head, "nsubj:pass") >= 0)
            {
                rows.Add(20, mark, lemma);
            }
        }
    }

    private void Between(int a, int b)
    {
        if (a >= 0 && b >= 0)
        {
            for (int i = Math.Min(a, b) + 1; i < Math.Max(a, b); i++)
            {
                if (mask[i] == '_')
                {
                    rows.Add(22, s.Lemma(i), s[i].Upos);
                }
            }

            rows.Add(23, a < b ? "forth" : "back");
        }

        rows.Close(BetweenWeight);
    }

    private void Patterns(PatternsTold told, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target, bool[] way)
    {
        foreach (Draft draft in told.Drafts)
        {
            string fit = (Plays(draft.Initiators, initiator) ? "f" : "") + (Plays(draft.Targets, target) || Plays(draft.Victims, target) ? "t" : "")
                + (Plays(draft.Initiators, target) ? "r" : "") + (Plays(draft.Targets, initiator) ? "o" : "");
            rows.Add(24, draft.Type, fit);
            rows.Add(25, draft.Type, Stance(draft.Factuality));
            rows.Add(26, draft.Type, ClaimRanker.Score(draft) >= 0.6 ? "sure" : "unsure");
            foreach (RuleId rule in draft.Rules)
            {
                rows.Add(27, rule.Value, fit.Length > 0 ? "here" : "");
            }
        }

        foreach (TriggerMatch match in told.Matches)
        {
            string on = On(way, match.Token);
            rows.Add(28, Composition.Of(s, match, s.Lexicon.Knowledge.Ontology).Type, on);
            rows.Add(29, match.Pattern.Pattern.Type, on);
        }

        rows.Close(PatternWeight);
    }

    /// <summary>Which codes the words could tell by the codebook, whether or not a pattern's conditions hold here.</summary>
    private void Vocabulary(TriggerIndex index, bool[] way)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (mask[i] != '_' || !near[i] || s[i].Upos is not ("VERB" or "NOUN" or "ADJ"))
            {
                continue;
            }

            string on = On(way, i);
            foreach (string type in index.TypesOf(s.Lemma(i)))
            {
                rows.Add(30, type, on, s[i].Upos);
                if (on == "on")
                {
                    rows.Add(31, type, s.Relation(i));
                }
            }
        }

        rows.Close(VocabularyWeight);
    }

    private string On(bool[] way, int token) => way[token] ? "on" : s.Head(token) is >= 0 and var head && way[head] ? "near" : "off";

    private static string Stance(Factuality factuality) => factuality switch
    {
        Factuality.Asserted or Factuality.Reported => "told",
        Factuality.Negated or Factuality.Denied => "not",
        Factuality.Hypothetical => "maybe",
        Factuality.Habitual or Factuality.Historical => "wont",
        _ => "to come",
    };

    private static bool Plays(System.Collections.Immutable.ImmutableArray<Role> roles, IReadOnlyList<TextSpan> spans)
    {
        foreach (Role role in roles)
        {
            if (role.Party.Evidence.Span is { } span && Touch(span, spans))
            {
                return true;
            }
        }

        return false;
    }
}
