using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Everything that was found in an article before its mentions are marked.</summary>
internal sealed record Findings(
    ImmutableArray<Sentence> Sentences,
    ImmutableArray<NameSpan> Names,
    ImmutableArray<Mention> Actors,
    ImmutableArray<PlaceMention> Places,
    ImmutableArray<QuantityMention> Quantities,
    ImmutableArray<TimeMention> Times,
    ImmutableArray<Chain> Chains);

/// <summary>Lays what the parser, the lists of knowledge and the other readers say of each word side by side.</summary>
internal sealed class TraitReader(KnowledgeBase knowledge)
{
    private static readonly uint PersonName = FeatureKeys.Hash("person"), BodyName = FeatureKeys.Hash("organization"), PlaceName = FeatureKeys.Hash("place");
    private readonly PlaceCues cues = new(knowledge);
    private readonly NounIndex nouns = new(knowledge);

    /// <param name="traits">Gets the words of all sentences in a row.</param>
    /// <param name="begins">Where each sentence begins in it; one more for the end.</param>
    public void Fill(Findings findings, ref TokenTraits[] traits, ref int[] begins)
    {
        ImmutableArray<Sentence> sentences = findings.Sentences;
        if (begins.Length <= sentences.Length)
        {
            begins = new int[sentences.Length + 16];
        }

        int total = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            begins[s] = total;
            total += sentences[s].Tokens.Length;
        }

        begins[sentences.Length] = total;
        if (traits.Length < total)
        {
            traits = new TokenTraits[total + total / 2];
        }

        for (int s = 0; s < sentences.Length; s++)
        {
            Span<TokenTraits> own = traits.AsSpan(begins[s], sentences[s].Tokens.Length);
            Words(sentences[s], own);
            Phrases(sentences[s], own);
        }

        Mark(findings, traits, begins);
        Elsewhere(traits.AsSpan(0, total));
    }

    private void Words(Sentence sentence, Span<TokenTraits> own)
    {
        bool quoted = false;
        for (int i = 0; i < own.Length; i++)
        {
            Token token = sentence.Tokens[i];
            ReadOnlySpan<char> form = token.Form;
            ref TokenTraits t = ref own[i];
            t = default;
            t.Lower = FeatureKeys.HashLower(form);
            t.Lemma = FeatureKeys.HashLower(token.Lemma);
            t.Shape = FeatureKeys.HashShape(form);
            t.Suffix = FeatureKeys.HashLower(form[Math.Max(0, form.Length - 3)..]);
            t.Prefix = FeatureKeys.HashLower(form[..Math.Min(3, form.Length)]);
            t.Upos = FeatureKeys.Hash(token.Upos);
            t.Xpos = FeatureKeys.Hash(token.Xpos);
            t.Relation = FeatureKeys.Hash(token.Deprel);
            t.Head = token.Head;
            t.Phrase = t.Outer = -1;
            t.IsCapital = char.IsUpper(form[0]);
            t.IsMark = token.Upos is "PUNCT";
            t.IsNominal = token.Upos is "NOUN" or "PROPN" or "PRON";
            t.Content = SpanShape.Content(token);
            quoted = form is "“" or "‘" || (form is "\"" ? !quoted : quoted && form is not "”");
            t.Quoted = quoted;
            t.Cue = Cue(form);
            if (token.Upos is "NOUN" or "PROPN" or "ADJ" or "NUM")
            {
                NounSense? sense = nouns.Find(sentence, i, out _);
                t.Sense = sense is null ? 0 : FeatureKeys.Hash(sense.Kind);
                t.Class = sense?.Class is null ? 0 : FeatureKeys.Hash(sense.Class);
            }

            if (Grammar.Case(sentence, i) is { } word)
            {
                t.Case = FeatureKeys.HashLower(word);
            }

            t.Link = FeatureKeys.Key(8, t.Relation, 0, 0);
            t.CasedLink = FeatureKeys.Key(9, t.Relation, t.Case, 0);
        }
    }

    private uint Cue(ReadOnlySpan<char> form)
    {
        uint cue = 0;
        if (char.IsUpper(form[0]))
        {
            cue |= cues.Titles.Has(form) ? 1u : 0;
            cue |= cues.GivenNames.Has(form) ? 2u : 0;
            cue |= cues.Organisations.Find(form) switch { null => 0, "facility" => 4u, "thing" => 8u, _ => 12u };
        }

        cue |= cues.KindsAfter.Has(form) ? 16u : 0;
        cue |= cues.KindsBefore.Has(form) ? 32u : 0;
        return cue | (cues.Directions.Has(form) ? 64u : 0);
    }

    private static void Phrases(Sentence sentence, Span<TokenTraits> own)
    {
        for (int h = 0; h < own.Length; h++)
        {
            own[h].First = own[h].Last = h;
            if (!NounPhrase.IsHead(sentence.Tokens[h]))
            {
                continue;
            }

            NounPhrase phrase = NounPhrase.Of(sentence, h);
            (own[h].First, own[h].Last) = (phrase.First, phrase.Last);
            own[h].Acts = Grammar.Acts(sentence, h);
            for (int i = phrase.First; i <= phrase.Last; i++)
            {
                ref TokenTraits t = ref own[i];
                if (t.Phrase < 0 || Length(own, h) < Length(own, t.Phrase))
                {
                    t.Phrase = h;
                }

                if (t.Outer < 0 || Length(own, h) > Length(own, t.Outer))
                {
                    t.Outer = h;
                }
            }
        }
    }

    private static int Length(ReadOnlySpan<TokenTraits> own, int head) => own[head].Last - own[head].First;

    private static void Mark(Findings findings, TokenTraits[] traits, int[] begins)
    {
        foreach (NameSpan name in findings.Names)
        {
            (int first, int last) = Range(findings.Sentences[name.Sentence], name.Span);
            uint kind = FeatureKeys.Hash(name.Kind);
            for (int i = first; i <= last; i++)
            {
                traits[begins[name.Sentence] + i].Name = Part(kind, i, first, last);
            }
        }

        foreach (Mention mention in findings.Actors)
        {
            (int first, int last) = Range(findings.Sentences[mention.Sentence], mention.Span);
            Span<TokenTraits> own = traits.AsSpan(begins[mention.Sentence]);
            for (int i = first; i <= last; i++)
            {
                uint part = Part((uint)mention.Kind + 1, i, first, last);
                // Longer ones come first where several begin at one word; a later one lies inside.
                own[i].Actor = own[i].Actor == 0 ? part : own[i].Actor;
                own[i].Inner = part;
            }

            own[mention.Head].Resolved = mention.Actor is null ? 1 : FeatureKeys.Hash(mention.Actor.Rule.Value);
        }

        foreach (PlaceMention place in findings.Places)
        {
            (int first, int last) = Range(findings.Sentences[place.Sentence], place.Span);
            uint kind = FeatureKeys.Hash(place.Rule.Value);
            for (int i = first; i <= last; i++)
            {
                traits[begins[place.Sentence] + i].Place = Part(kind, i, first, last);
            }
        }

        foreach (QuantityMention quantity in findings.Quantities)
        {
            Measure(findings.Sentences[quantity.Sentence], quantity.Span, traits.AsSpan(begins[quantity.Sentence]), 1);
        }

        foreach (TimeMention time in findings.Times)
        {
            Measure(findings.Sentences[time.Sentence], time.Span, traits.AsSpan(begins[time.Sentence]), 2);
        }
    }

    private static void Measure(Sentence sentence, TextSpan span, Span<TokenTraits> own, uint kind)
    {
        (int first, int last) = Range(sentence, span);
        for (int i = first; i <= last; i++)
        {
            own[i].Measure = kind;
        }
    }

    private static uint Part(uint kind, int at, int first, int last) => kind * 4 + (first == last ? 3u : at == first ? 0u : at == last ? 2u : 1u);

    /// <summary>First and last token of a span; nothing (last before first) where it covers none.</summary>
    public static (int First, int Last) Range(Sentence sentence, TextSpan span)
    {
        int low = 0, high = sentence.Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sentence.Tokens[middle].Span.End <= span.Begin)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        int last = low - 1;
        while (last + 1 < sentence.Tokens.Length && sentence.Tokens[last + 1].Span.Begin < span.End)
        {
            last++;
        }

        return (low, last);
    }

    /// <summary>Counts what the readers take each capitalised word for, over the whole article.</summary>
    private static void Elsewhere(Span<TokenTraits> all)
    {
        var votes = new Dictionary<uint, (int Person, int Body, int Place)>();
        foreach (ref TokenTraits t in all)
        {
            if (!t.IsCapital)
            {
                continue;
            }

            ref (int Person, int Body, int Place) vote = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(votes, t.Lower, out _);
            vote.Person += Votes(t, PersonName, MentionKind.Person);
            vote.Body += Votes(t, BodyName, MentionKind.Organisation);
            vote.Place += Votes(t, PlaceName, MentionKind.Location);
        }

        foreach (ref TokenTraits t in all)
        {
            if (t.IsCapital && votes.TryGetValue(t.Lower, out (int Person, int Body, int Place) vote))
            {
                int most = Math.Max(vote.Person, Math.Max(vote.Body, vote.Place)), sum = vote.Person + vote.Body + vote.Place;
                uint kind = most == 0 ? 0 : most == vote.Person ? 1u : most == vote.Body ? 2u : 3u;
                t.Elsewhere = kind * 4 + (most * 2 <= sum ? 1u : most < sum ? 2u : 3u);
            }
        }
    }

    private static int Votes(in TokenTraits t, uint name, MentionKind kind) =>
        ((t.Name & ~3u) == name * 4 ? 1 : 0) + ((t.Inner & ~3u) == ((uint)kind + 1) * 4 ? 1 : 0);
}
