using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>The mentions of an article as people would mark them: borders and kinds by the weights, who is meant by the actor reader, arms and buildings by knowledge.</summary>
internal sealed class MarkedMentions(KnowledgeBase knowledge, NameModel model)
{
    private const string ByName = "actor.name";

    private readonly SpanTagger tagger = new(knowledge, model);
    private readonly NounIndex nouns = new(knowledge);
    private readonly CueWords bodies = new PlaceCues(knowledge).Organisations;

    /// <param name="found">What the weights look at.</param>
    /// <param name="mentions">All that the readers found, with places, times and numbers.</param>
    public ImmutableArray<Mention> Of(string text, Findings found, ImmutableArray<Mention> mentions)
    {
        var spans = new List<(int Sentence, MarkedSpan Span)>();
        tagger.Mark(found, spans);
        var all = ImmutableArray.CreateBuilder<Mention>(spans.Count + 16);
        var known = new List<Mention>[found.Sentences.Length];
        foreach (Mention mention in mentions)
        {
            (known[mention.Sentence] ??= []).Add(mention);
        }

        int next = 0;
        for (int s = 0; s < found.Sentences.Length; s++)
        {
            Sentence sentence = found.Sentences[s];
            List<Mention> own = known[s] ?? [];
            int from = all.Count;
            for (; next < spans.Count && spans[next].Sentence == s; next++)
            {
                Add(all, text, sentence, spans[next].Span, own);
            }

            int marked = all.Count;
            Arms(all, text, sentence, own, from);
            foreach (Mention mention in own)
            {
                if (mention.Kind is MentionKind.Money or MentionKind.Quantity or MentionKind.Temporal
                    || (mention.Kind is MentionKind.Facility or MentionKind.Location && IsFree(all, from, marked, mention.Span)))
                {
                    all.Add(mention);
                }
            }
        }

        all.Sort((a, b) => a.Span.Begin != b.Span.Begin ? a.Span.Begin.CompareTo(b.Span.Begin)
            : a.Span.End != b.Span.End ? b.Span.End.CompareTo(a.Span.End)
            : a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Actor?.ActorId, b.Actor?.ActorId));
        return all.DrainToImmutable();
    }

    /// <summary>The stretch with what the readers know of its head; twice where they know two actors ("the two neighbours").</summary>
    private void Add(ImmutableArray<Mention>.Builder all, string text, Sentence sentence, MarkedSpan marked, List<Mention> own)
    {
        TextSpan span = sentence.Tokens[marked.Begin].Span.Cover(sentence.Tokens[marked.End - 1].Span);
        MentionKind kind = NameModel.Kinds[marked.Kind];
        Mention? best = null;
        int before = all.Count;
        foreach (Mention mention in own)
        {
            if (!IsAbout(mention, span, marked.Head))
            {
                continue;
            }

            if (mention.Actor is not null && best?.Actor is not null && mention.Span == best.Span && mention.Actor.ActorId != best.Actor.ActorId)
            {
                all.Add(mention with { Kind = kind, Span = span, Quote = span.Of(text), Head = marked.Head });
            }
            else if (best is null || IsPersonByName(mention) || (best.Actor is null && (mention.Actor is not null || mention.Span.Length > best.Span.Length)))
            {
                best = mention;
            }
        }

        if (kind == MentionKind.Person && best is { Actor.Rule.Value: ByName, Kind: not MentionKind.Person } known)
        {
            // A name of knowledge is no person's because it stands where persons do ("Pakistan refused").
            kind = known.Kind;
        }

        all.Insert(before, best is null
            ? new Mention(kind, sentence.Index, span, marked.Head, span.Of(text))
            : best with { Kind = kind, Span = span, Quote = span.Of(text), Head = marked.Head });
        if (kind == MentionKind.Location && IsBuilding(sentence, marked))
        {
            // A building is a place and a facility both.
            all.Add(all[before] with { Kind = MentionKind.Facility });
        }
    }

    /// <summary>True for a mention of what the stretch names as a whole: the same head and end or less, or all of a name whose head was taken otherwise.</summary>
    private static bool IsAbout(Mention mention, TextSpan span, int head) =>
        mention.Kind is not (MentionKind.Money or MentionKind.Quantity or MentionKind.Temporal)
        && ((mention.Head == head && (span.Contains(mention.Span) || mention.Span.End == span.End)) || mention.Span == span || (IsPersonByName(mention) && mention.Span.End == span.End));

    /// <summary>"His counterpart Orlo Vasko" is he, whoever the counterpart of somebody would be.</summary>
    private static bool IsPersonByName(Mention mention) => mention is { Kind: MentionKind.Person, Actor.Rule.Value: ByName };

    private bool IsBuilding(Sentence sentence, MarkedSpan marked)
    {
        if (nouns.Find(sentence, marked.Head, out _) is { Kind: "facility" or "property" })
        {
            return true;
        }

        for (int i = marked.Begin; i < marked.End; i++)
        {
            if (char.IsUpper(sentence.Tokens[i].Form[0]) && bodies.Find(sentence.Tokens[i].Form) == "facility")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Arms, vehicles and craft by the words of knowledge, with their modifiers but without article and number, where nothing is marked.</summary>
    private void Arms(ImmutableArray<Mention>.Builder all, string text, Sentence sentence, List<Mention> own, int from)
    {
        for (int i = sentence.Tokens.Length - 1; i >= 0; i--)
        {
            if (sentence.Tokens[i].Upos is not ("NOUN" or "PROPN") || nouns.Find(sentence, i, out int first) is not { } sense || KindOfArms(sense) is not { } kind)
            {
                continue;
            }

            int last = i;
            while (first > 0 && sentence.Tokens[first - 1] is { Deprel: "compound" or "amod", Xpos: not "VBG" } before && before.Head >= first && before.Head <= last)
            {
                first--;
            }

            TextSpan span = sentence.Tokens[first].Span.Cover(sentence.Tokens[last].Span);
            i = first;
            if (IsFree(all, from, all.Count, span))
            {
                Mention? mention = own.Find(m => m.Head == last && m.Kind == kind);
                all.Add(mention is null ? new Mention(kind, sentence.Index, span, last, span.Of(text)) : mention with { Span = span, Quote = span.Of(text) });
            }
        }
    }

    private static MentionKind? KindOfArms(NounSense sense) => sense.Kind switch
    {
        "weapon" => MentionKind.Weapon,
        "vehicle" => MentionKind.Vehicle,
        "military-platform" => MentionKind.MilitaryPlatform,
        _ => null,
    };

    private static bool IsFree(ImmutableArray<Mention>.Builder all, int from, int to, TextSpan span)
    {
        for (int i = from; i < to; i++)
        {
            if (all[i].Span.Overlaps(span))
            {
                return false;
            }
        }

        return true;
    }
}
