using System.Collections.Immutable;
using System.Text;
using Casus.Articles;
using Casus.Claims;
using Casus.Language;
using Draft = Casus.Claims.Draft;

namespace Casus.Train;

/// <summary>Rows → cases for the two models of the second opinion, as the coder would meet them.</summary>
internal sealed class OpinionCases(Reader reader, Coder coder, ImmutableArray<string> codes, ClauseDrafter clauses)
{
    private const int PairsWithoutEvent = 3;
    private const float OneSided = 0.5f;

    /// <summary>Of a row of our own: there are more of them than of real ones, which are to set the balance.</summary>
    private const float Own = 0.25f;

    /// <summary>The same for who plays which part.</summary>
    private const float OwnParts = 0.2f;

    public List<OpinionCase> Codes { get; } = [];

    /// <summary>Whether anything passes; of some only one party is marked.</summary>
    public List<OpinionCase> Passing { get; } = [];

    public List<OpinionCase> Roles { get; } = [];

    /// <summary>The case of a marked row among <see cref="Codes"/>, by set and id.</summary>
    public Dictionary<(string Set, string Id), OpinionCase> Marked { get; } = [];

    public void Add(OpinionRow row)
    {
        var read = (PageRead)reader.Read(Page.Of("row", Encoding.UTF8.GetBytes(row.Text), PageFormat.PlainText, KnownFacts.None));
        Analysis analysis = (read.Reading ?? reader.Code(read.Article)).Analysis;
        bool none = row.Codes is [SecondOpinion.Nothing];
        if (none && row.Set != "own")
        {
            Without(row, analysis);
        }

        if (row.Initiator.Length + row.Target.Length == 0)
        {
            return;
        }

        if (coder.PatternsOn(analysis, row.Initiator, row.Target) is not { } told)
        {
            return;
        }

        var marked = new OpinionCase(row.Group, OpinionFeatures.Of(told, row.Initiator, row.Target), Bits(row.Codes));
        if (!none || row.Set == "own")
        {
            Codes.Add(row.Set == "own" ? marked with { Weight = Own } : marked);
        }

        Passing.Add(marked with { Right = none ? 1u : 2u });
        Marked[(row.Set, row.Id)] = marked;
        if (row.Target.Length == 0 || row.Initiator.Length == 0)
        {
            return;
        }

        if (!none)
        {
            // Of many a draft only one party is known.
            Passing.Add(new(row.Group, OpinionFeatures.Of(told, row.Initiator, []), 2u, OneSided));
            Passing.Add(new(row.Group, OpinionFeatures.Of(told, [], row.Target), 2u, OneSided));
        }

        if (!none || row.Set == "cameo")
        {
            Parts(row, told.View, told.Drafts, none);
        }
    }

    private uint Bits(string[] right) => right.Aggregate(0u, (bits, code) => bits | (1u << codes.IndexOf(code)));

    /// <summary>A sentence without an event: whatever the patterns make of it is nothing, and so is what its subject may have done to others.</summary>
    private void Without(OpinionRow row, Analysis analysis)
    {
        foreach (Sentence sentence in analysis.Sentences)
        {
            if (coder.PatternsOn(analysis, [sentence.Span], []) is not { } told)
            {
                continue;
            }

            SentenceView s = told.View;
            uint nothing = Bits(row.Codes);
            foreach (Draft draft in told.Drafts)
            {
                TextSpan[] a = Hearing.Spans(draft.Initiators), b = Hearing.Spans(draft.Targets.IsEmpty ? draft.Victims : draft.Targets);
                if (a.Length + b.Length > 0)
                {
                    var one = new OpinionCase(row.Group, OpinionFeatures.Of(told, a, b), nothing);
                    Passing.Add(one with { Right = 1u });
                    Codes.Add(one);
                }
            }

            foreach (Draft clause in clauses.Silent(s, []).Take(1))
            {
                int subject = Clause.SurfaceSubject(s, clause.Token);
                foreach (int other in RoleCandidates.Of(s, clause.Match, clause.Anchor).Where(c => subject >= 0 && c != subject && !s.Dominates(subject, c)).Take(PairsWithoutEvent))
                {
                    var one = new OpinionCase(row.Group, OpinionFeatures.Of(told, [PartyReader.Phrase(s, subject)], [PartyReader.Phrase(s, other)]), nothing, 0.5f);
                    Codes.Add(one);
                    Passing.Add(one with { Right = 1u });
                }
            }
        }
    }

    private void Parts(OpinionRow row, SentenceView s, List<Draft> drafts, bool any)
    {
        int a = Head(s, row.Initiator), b = Head(s, row.Target);
        if (a < 0 || b < 0)
        {
            return;
        }

        foreach (Draft draft in drafts.Where(d => any || row.Codes.Contains(d.Type)))
        {
            Parts(row, draft, draft.Type, a, b);
        }

        // The verb above both, for clauses on which the patterns are silent.
        List<int> up = OpinionFeatures.Up(s, a), over = OpinionFeatures.Up(s, b);
        int top = up.Find(x => over.Contains(x) && s.IsVerb(x));
        if (top >= 0 && up.Contains(top))
        {
            Parts(row, clauses.Open(s, top), "", a, b);
        }
    }

    private void Parts(OpinionRow row, Draft draft, string type, int a, int b)
    {
        SentenceView s = draft.View;
        List<int> candidates = RoleCandidates.Of(s, draft.Match, draft.Anchor);
        for (int i = 0; i < candidates.Count; i++)
        {
            int c = candidates[i];
            int answer = c == a ? 0 : c == b ? 1 : 2;
            // A word joined to a party by "and" is one too, marked or not.
            if (answer == 2 && s.Relation(c) is "conj" or "appos" && s.Head(c) is var head && (head == a || head == b))
            {
                continue;
            }

            Roles.Add(new(row.Group, RoleFeatures.Of(s, draft, type, candidates, i), 1u << answer, row.Set == "own" ? OwnParts : 1));
        }
    }

    private static int Head(SentenceView s, TextSpan[] spans)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (spans.Any(x => x.Overlaps(s[i].Span)) && s[i].Upos != "PUNCT" && (s.Head(i) < 0 || !spans.Any(x => x.Overlaps(s[s.Head(i)].Span))))
            {
                return i;
            }
        }

        return -1;
    }
}
