using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>By whose account: the attributions whose content holds the trigger, and whether anyone took responsibility.</summary>
internal static class SpeakerReader
{
    /// <summary>Likelihood of a reference from which its words stand for a pronoun's.</summary>
    private const float SureEnough = 0.5f;

    /// <summary>Attributions by every sentence that holds the cue or some of the content: what is said may go on for sentences.</summary>
    public static ILookup<int, Attribution> BySentence(Analysis analysis)
    {
        var pairs = new List<(int Sentence, Attribution Attribution)>();
        foreach (Attribution attribution in analysis.Attributions)
        {
            int first = attribution.Sentence, last = attribution.Sentence;
            while (first > 0 && analysis.Sentences[first - 1].Span.End > attribution.Content[0].Begin)
            {
                first--;
            }

            while (last + 1 < analysis.Sentences.Length && analysis.Sentences[last + 1].Span.Begin < attribution.Content[^1].End)
            {
                last++;
            }

            for (int s = first; s <= last; s++)
            {
                pairs.Add((s, attribution));
            }
        }

        return pairs.ToLookup(p => p.Sentence, p => p.Attribution);
    }

    public static ImmutableArray<Speaker> Read(Draft draft, IReadOnlyList<Attribution> attributions)
    {
        SentenceView s = draft.View;
        var speakers = ImmutableArray.CreateBuilder<Speaker>();
        TextSpan trigger = s[draft.Token].Span;
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Speaker.IsEmpty || attribution.Strength == SpeechWords.Attitude || !attribution.Content.Any(c => c.Contains(trigger)) || Cue(draft, attribution) || Withheld(draft, attribution) || IsNobody(s, attribution))
            {
                continue;
            }

            if (Cited(s, attribution) is { } cited)
            {
                speakers.Add(Of(draft, cited, "said"));
                if (!attribution.OutletCited && attribution.CueHead is { } cue && (s.Lemma(cue) == "quote" || (s.Head(cue) is >= 0 and var over && s.Lemma(over) == "quote")))
                {
                    // It says what they say.
                    continue;
                }
            }

            speakers.Add(Of(draft, attribution));
        }

        if (ClosingOutlet.Of(s) is { } outlet)
        {
            speakers.RemoveAll(p => p.Evidence.Span is { } span && outlet.Evidence.Span is { } name && span.Overlaps(name));
            speakers.Add(outlet);
        }

        return [.. speakers.DistinctBy(p => p.Evidence.Span).OrderBy(p => p.Evidence.Span)];
    }

    /// <summary>"the paper said, citing | police |", "the paper quoted | police | as saying": who told the teller; null where nobody is named.</summary>
    private static Party? Cited(SentenceView s, Attribution attribution)
    {
        if (attribution.Sentence != s.Index || attribution.CueHead is not { } cue)
        {
            return null;
        }

        for (int i = 0; i < s.Count; i++)
        {
            // Of "citing police" trees make police that cite.
            bool before = s.Lemma(i) == "cite" && s.Relation(i) == "amod" && s.Head(i) > i && (i == 0 || s[i - 1].Form == ",") && s.Dominates(cue, i);
            bool cites = s.Lemma(i) is "cite" or "quote" && s.IsVerb(i) && (i == cue || (s.Lemma(i) == "quote" && s.Head(cue) == i) || (s[i].Xpos == "VBG" && (s.Head(i) == cue || (s.Head(i) is >= 0 and var teller && s.Head(teller) == cue && s.Relation(teller) == "nsubj"))));
            if ((before || cites) && (before ? s.Head(i) : s.Child(i, "obj")) is >= 0 and var source && PartyReader.IsParty(s, source))
            {
                Party? told = PartyReader.Read(s, source, AccountRules.Count);
                return before && told is not null ? told with { Evidence = s.Analysis.Article.Quote(s[source].Span) } : told;
            }
        }

        return null;
    }

    /// <summary>"No group has claimed it": nobody says so.</summary>
    private static bool IsNobody(SentenceView s, Attribution attribution) =>
        // "did not mention the shooting"
        (attribution.Sentence == s.Index && attribution.CueHead is { } cue && s.Lexicon.In("says-nothing-of", s.Lemma(cue)) && ControlChain.Negated(s, cue)) ||
        s.HeadOf(attribution.Speaker[0]) is >= 0 and var who && ControlChain.Nobody(s, who);

    public static Speaker Of(Draft draft, Attribution attribution)
    {
        TextSpan words = attribution.Speaker.Aggregate((a, b) => a.Cover(b));
        if (attribution.Actor is null && Antecedent(draft.View, words) is { } who)
        {
            return Of(draft, who, attribution.Strength);
        }

        return new(draft.View.Analysis.Article.Quote(Meant(draft.View, words) ?? words), attribution.Actor, attribution.Strength, attribution.OutletCited ? "outlet" : Side(draft, attribution.Actor, words), attribution.OutletCited);
    }

    /// <summary>"| It | said": the words before that name who speaks, as surely as a chain of references holds them; null for other words, and where none does.</summary>
    private static TextSpan? Meant(SentenceView s, TextSpan words)
    {
        if (s.HeadOf(words) is not (>= 0 and var word) || s[word].Span != words || s[word].Upos != "PRON" || s[word].Xpos != "PRP")
        {
            return null;
        }

        foreach (Chain chain in s.Analysis.Chains)
        {
            if (!chain.Links.Any(l => l.Sentence == s.Index && l.Head == word && l.Sureness >= SureEnough))
            {
                continue;
            }

            foreach (ChainLink link in chain.Links)
            {
                Token named = s.Analysis.Sentences[link.Sentence].Tokens[link.Head];
                if (link.Span.Begin < words.Begin && named.Upos is "NOUN" or "PROPN" && !Dateline.Contains(s.Analysis.Article.Text, link.Span))
                {
                    return link.Span;
                }
            }
        }

        return null;
    }

    /// <summary>The same, by the parties that the draft has now.</summary>
    public static Speaker Sided(Draft draft, Speaker speaker) =>
        speaker.Side is null or "third-party" && speaker.Evidence.Span is { } words ? speaker with { Side = Side(draft, speaker.Resolution, words) } : speaker;

    /// <summary>"Iraq's government, | which | had condemned it": whom the word stands for; null for other words.</summary>
    private static Party? Antecedent(SentenceView s, TextSpan words)
    {
        int word = s.HeadOf(words), noun = word < 0 || s[word].Span != words || s.Head(word) < 0 ? word : Clause.Resolve(s, word, s.Head(word));
        return noun == word ? null : PartyReader.Read(s, noun, AccountRules.Count);
    }

    /// <summary>Of somebody whom the words name outside of any attribution.</summary>
    public static Speaker Of(Draft draft, Party who, string strength) =>
        new(who.Evidence, who.Resolution, strength, who.Evidence.Span is { } words ? Side(draft, who.Resolution, words) : null, false);

    /// <summary>Who says what the words at a place tell: for claims that have no initiator or target.</summary>
    public static ImmutableArray<Speaker> At(SentenceView s, TextSpan at, IEnumerable<Attribution> attributions) =>
    [
        .. attributions
            .Where(a => !a.Speaker.IsEmpty && a.Content.Any(c => c.Contains(at)))
            .Select(a => new Speaker(s.Analysis.Article.Quote(a.Speaker.Aggregate((x, y) => x.Cover(y))), a.Actor, a.Strength, null, a.OutletCited))
            .DistinctBy(p => p.Evidence.Span),
    ];

    /// <summary>"neither confirmed nor denied that it was behind it", "did not confirm the raid": who says neither yes nor no gives no account.</summary>
    public static bool Withheld(Draft draft, Attribution attribution)
    {
        SentenceView s = draft.View;
        if (attribution.Sentence != s.Index || attribution.CueHead is not { } cue || !s.Lexicon.In("vouch", s.Lemma(cue)))
        {
            return false;
        }

        for (int verb = cue; verb >= 0; verb = s.Relation(verb) == "conj" ? s.Head(verb) : -1)
        {
            foreach (int child in s.Children(verb))
            {
                if (child < cue && s.Lexicon.Controls.Find(s.Lemma(child), "aux") == Effect.Negate)
                {
                    return true;
                }
            }
        }

        return attribution.Cue.Any(c => s.TokensIn(c) is var (from, to) && Enumerable.Range(from, Math.Max(0, to - from)).Any(t => s.Lexicon.Controls.Find(s.Lemma(t), "aux") == Effect.Negate));
    }

    /// <summary>Somebody says neither that it was so nor that it was not.</summary>
    public static bool IsWithheld(Draft draft, IReadOnlyList<Attribution> attributions) =>
        attributions.Any(a => a.Content.Any(c => c.Contains(draft.View[draft.Token].Span)) && Withheld(draft, a));

    public static bool Denied(Draft draft, IReadOnlyList<Attribution> attributions) =>
        attributions.Any(a => a.Strength == "denied" && !Withheld(draft, a) && a.Content.Any(c => c.Contains(draft.View[draft.Token].Span)) && !Cue(draft, a) && !IsChargeMade(draft) && !IsGranted(draft));

    /// <summary>"dismissed a report that accused Oslo": the charge was made, and what it says is denied.</summary>
    private static bool IsChargeMade(Draft draft) => draft.BaseType == "ACCUSE" && !draft.Noun && draft.View.Deprel(draft.Token) == "acl:relcl";

    /// <summary>"denied carrying out the strike in which nine farmers | were killed |": that they were is not what is denied.</summary>
    private static bool IsGranted(Draft draft)
    {
        SentenceView s = draft.View;
        return draft.Type == "ASSAULT" && draft.Initiators.IsEmpty && s.Deprel(draft.Token) == "acl:relcl" && s.Head(draft.Token) is >= 0 and var deed && s.EventNouns.Contains(deed)
            && s.Child(deed, "det") is >= 0 and var the && s.Lexicon.In("definite", s.Lemma(the));
    }

    /// <summary>Whose word of speech is part of the event ("refused to comply") tells it, and is not told of it.</summary>
    private static bool Cue(Draft draft, Attribution attribution) =>
        draft.Tokens.Any(t => attribution.Cue.Any(c => c.Overlaps(draft.View[t].Span)));

    private static string? Side(Draft draft, Resolution? who, TextSpan words)
    {
        if (Matches(draft, draft.Initiators, who, words))
        {
            return "initiator";
        }

        if (Matches(draft, draft.Targets, who, words) || Matches(draft, draft.Victims, who, words))
        {
            return "target";
        }

        return who is null ? null : "third-party";
    }

    /// <summary>Whether a party speaks for one of those in a role.</summary>
    public static bool IsOf(Draft draft, ImmutableArray<Role> roles, Party who) => who.Evidence.Span is { } words && Matches(draft, roles, who.Resolution, words);

    private static bool Matches(Draft draft, ImmutableArray<Role> roles, Resolution? who, TextSpan words) =>
        roles.Any(r => (r.Party.Evidence.Span is { } span && span.Overlaps(words))
            || (r.Party.ActorId is not null && who is { } actor
                && (r.Party.ActorId == actor.ActorId || IsPart(draft, r.Party.ActorId, actor.ActorId) || IsPart(draft, actor.ActorId, r.Party.ActorId) || (Root(r.Party.ActorId) == Root(actor.ActorId) && !IsArmedGroup(draft, r.Party.ActorId) && !IsArmedGroup(draft, actor.ActorId)))));

    /// <summary>A brigade and the army that it is part of.</summary>
    private static bool IsPart(Draft draft, string part, string whole) => draft.View.Lexicon.Knowledge.Actors.Find(part) is { } actor && actor.Ties.Any(t => t.Kind == "part-of" && t.To == whole);

    /// <summary>It bears its country's code and speaks for itself alone.</summary>
    private static bool IsArmedGroup(Draft draft, string id) => draft.View.Lexicon.Knowledge.Actors.Find(id) is { Kind: "armed-group" or "faction" };

    /// <summary>A force and its ministry speak for the same state: "PAK.MIL" and "PAK.GOV" share "PAK".</summary>
    private static string Root(string id) => id.IndexOf('.') is > 0 and var dot && dot == 3 ? id[..3] : id;
}
