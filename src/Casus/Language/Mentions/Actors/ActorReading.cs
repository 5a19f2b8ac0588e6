using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>The reading of one article, sentence by sentence: what was named so far decides what "the group" is.</summary>
internal sealed class ActorReading(string text, ActorContext context, NounIndex nouns, NameTyper typer, Antecedents antecedents)
{
    private static readonly RuleId OwnName = new("actor.own-abbreviation");
    private static readonly RuleId Owner = new("actor.noun-of-owner");
    private static readonly RuleId Country = new("actor.noun-of-country");
    private static readonly RuleId Pronoun = new("actor.pronoun");
    private static readonly RuleId Definite = new("actor.definite-noun");
    private static readonly RuleId Both = new("actor.pair");
    private static readonly RuleId Office = new("actor.person-in-phrase");
    private readonly ImmutableArray<Mention>.Builder mentions = ImmutableArray.CreateBuilder<Mention>();
    private readonly List<Antecedent> named = [];

    /// <summary>Where the mentions of the sentence begin.</summary>
    private int start;

    /// <summary>Phrases with a common noun that were resolved, so that "the army" is the army named before.</summary>
    private readonly Dictionary<string, (Resolution Actor, TextSpan Span)> nounsSeen = new(StringComparer.Ordinal);

    public ImmutableArray<Mention> Mentions()
    {
        mentions.Sort((a, b) => a.Span.Begin != b.Span.Begin ? a.Span.Begin.CompareTo(b.Span.Begin)
            : a.Span.End != b.Span.End ? b.Span.End.CompareTo(a.Span.End) : string.CompareOrdinal(a.Actor?.ActorId, b.Actor?.ActorId));
        return mentions.ToImmutable();
    }

    public void Read(Sentence sentence, List<ActorHit> hits, ReadOnlySpan<PlaceMention> places, ReadOnlySpan<TimeMention> times)
    {
        int before = named.Count;
        start = mentions.Count;
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            Token token = sentence.Tokens[i];
            if (token.Upos == "PRON")
            {
                ReadPronoun(sentence, i);
            }
            else if (NounPhrase.IsHead(token) && !Within(times, token.Span))
            {
                ReadPhrase(sentence, NounPhrase.Of(sentence, i), hits, places);
            }
        }

        foreach (ActorHit hit in hits)
        {
            ReadHit(sentence, hit, places);
        }

        Abbreviations(sentence);
        named.Sort(before, named.Count - before, Comparer<Antecedent>.Create((a, b) => a.Token.CompareTo(b.Token)));
    }

    private static bool Within(ReadOnlySpan<TimeMention> times, TextSpan span)
    {
        foreach (TimeMention time in times)
        {
            if (time.Span.Contains(span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name by itself, wherever it stands.</summary>
    private void ReadHit(Sentence sentence, ActorHit hit, ReadOnlySpan<PlaceMention> places)
    {
        for (int i = start; i < mentions.Count; i++)
        {
            if (mentions[i].Span == hit.Span)
            {
                return;
            }
        }

        bool acts = Acts(sentence, hit.Head);
        Resolution? resolution = context.Resolve(hit, acts);
        if (resolution is null)
        {
            return;
        }

        Actor actor = context.Find(resolution.ActorId)!;
        Add(sentence, KindOf(actor, resolution, acts), hit.Span, hit.Head, resolution, resolution.Rule.Value == "actor.demonym" ? null : actor.Class, null, actor.Country);
    }

    private bool Acts(Sentence sentence, int head)
    {
        Token token = sentence.Tokens[head];
        return Grammar.Acts(sentence, head)
            || (token.Deprel is "compound" or "amod" or "nmod:poss" && token.Head >= 0 && nouns.Find(sentence, token.Head, out _) is { Class: "government" or "politician" or "security_forces" });
    }

    private static MentionKind KindOf(Actor actor, Resolution resolution, bool acts) => actor.Kind switch
    {
        _ when resolution.Rule.Value == "actor.demonym" => MentionKind.Nationality,
        "person" => MentionKind.Person,
        "country" => acts ? MentionKind.Organisation : MentionKind.Location,
        _ => MentionKind.Organisation,
    };

    private void ReadPhrase(Sentence sentence, NounPhrase phrase, List<ActorHit> hits, ReadOnlySpan<PlaceMention> places)
    {
        ActorHit? own = null, owner = null, person = null;
        foreach (ActorHit hit in hits)
        {
            if (hit.First > phrase.Last || hit.Last < phrase.First)
            {
                continue;
            }

            if (phrase.Head >= hit.First && phrase.Head <= hit.Last)
            {
                own = hit;
            }
            else if (context.First(hit).Actor.Kind == "person")
            {
                person = hit;
            }
            else
            {
                owner = hit;
            }
        }

        if (own is not null)
        {
            ReadNamed(sentence, phrase, own);
            return;
        }

        Token head = sentence.Tokens[phrase.Head];
        NounSense? sense = head.Upos == "NOUN" || char.IsLower(head.Form[0]) || owner is not null || person is not null ? nouns.Find(sentence, phrase.Head, out _) : null;
        if (sense is null && head.Upos == "NOUN" && antecedents.KindOf(head.Lemma) is string)
        {
            sense = new NounSense("body", null, null);
        }

        if (person is not null && context.Resolve(person, true) is { } who)
        {
            Add(sentence, MentionKind.Person, Span(sentence, phrase), phrase.Head, who with { Rule = Office }, sense?.Class, sense?.Role, context.Find(who.ActorId)?.Country);
            return;
        }

        if (sense is not null)
        {
            ReadNoun(sentence, phrase, sense, owner ?? Behind(sentence, phrase, hits));
        }
        else if (head.Upos == "PROPN")
        {
            ReadUnknown(sentence, phrase, places);
        }
    }

    /// <summary>"the Afghan Taliban", "President Ashraf Ghani": the phrase is the name with what belongs to it.</summary>
    private void ReadNamed(Sentence sentence, NounPhrase phrase, ActorHit hit)
    {
        bool acts = Acts(sentence, phrase.Head);
        Resolution? resolution = context.Resolve(hit, acts);
        if (resolution is null)
        {
            if (context.IsMetonym(hit))
            {
                return;
            }

            ReadUnknown(sentence, phrase, []);
            return;
        }

        Actor actor = context.Find(resolution.ActorId)!;
        TextSpan span = Span(sentence, phrase).Cover(hit.Span);
        Add(sentence, KindOf(actor, resolution, acts), span, phrase.Head, resolution, resolution.Rule.Value == "actor.demonym" ? "civilian" : actor.Class, null, actor.Country);
        if (actor.Kind == "person" && hit.Last > hit.First)
        {
            context.Own.TryAdd(sentence.Tokens[hit.Last].Form, (actor.Id, MentionKind.Person));
        }
    }

    /// <summary>An owner behind the noun: "a spokesman for the Taliban", "soldiers of the Frontier Corps".</summary>
    private static ActorHit? Behind(Sentence sentence, NounPhrase phrase, List<ActorHit> hits)
    {
        foreach (int child in sentence.Children(phrase.Head))
        {
            if (child < phrase.Last || !sentence.Tokens[child].Deprel.StartsWith("nmod", StringComparison.Ordinal) || Grammar.Case(sentence, child) is not ("of" or "for" or "from"))
            {
                continue;
            }

            foreach (ActorHit hit in hits)
            {
                if (child >= hit.First && child <= hit.Last)
                {
                    return hit;
                }
            }
        }

        return null;
    }

    private void ReadNoun(Sentence sentence, NounPhrase phrase, NounSense sense, ActorHit? owner)
    {
        Token head = sentence.Tokens[phrase.Head];
        MentionKind kind = sense.Kind switch
        {
            "weapon" => MentionKind.Weapon,
            "vehicle" => MentionKind.Vehicle,
            "military-platform" => MentionKind.MilitaryPlatform,
            "facility" or "property" => MentionKind.Facility,
            "place" => MentionKind.Location,
            "person" when !Grammar.IsPlural(head) && head.Lemma == head.Form.ToLowerInvariant() => MentionKind.Person,
            "group" or "body" => MentionKind.Organisation,
            _ => MentionKind.Group,
        };
        Resolution? resolution = null;
        string? country = null;
        if (kind is MentionKind.Person or MentionKind.Organisation or MentionKind.Group)
        {
            (resolution, country) = OfOwner(sense, owner);
            if (resolution is null && owner is null)
            {
                resolution = OfEarlier(sentence, phrase, head, out bool pair);
                if (pair)
                {
                    return;
                }

                resolution ??= antecedents.OfChain(named, sentence, phrase.Head, kind == MentionKind.Person);
            }
            else if (resolution is not null && kind != MentionKind.Person)
            {
                nounsSeen[head.Lemma] = (resolution, Span(sentence, phrase));
            }
        }

        Add(sentence, kind, Span(sentence, phrase), phrase.Head, resolution, sense.Class, sense.Role, country ?? (resolution is null ? null : context.Find(resolution.ActorId)?.Country));
    }

    private (Resolution? Resolution, string? Country) OfOwner(NounSense sense, ActorHit? owner)
    {
        if (owner is null || context.Resolve(owner, true) is not { } resolution)
        {
            return (null, null);
        }

        Actor actor = context.Find(resolution.ActorId)!;
        if (actor.Kind is not ("country" or "government") || actor.Country is not string country)
        {
            return (resolution with { Rule = Owner, Antecedent = null }, actor.Country);
        }

        string? body = context.BodyOf(country, sense.Role);
        return (body is null ? null : resolution with { ActorId = body, Rule = Country }, country);
    }

    /// <summary>"the group", "the two neighbours", "the army" after "the Pakistani army".</summary>
    private Resolution? OfEarlier(Sentence sentence, NounPhrase phrase, Token head, out bool pair)
    {
        pair = false;
        bool definite = false, two = false, modified = false;
        for (int i = phrase.First; i < phrase.Head; i++)
        {
            string form = sentence.Tokens[i].Form.ToLowerInvariant();
            definite |= form is "the" or "this" or "that" or "both";
            two |= form is "two" or "both";
            modified |= sentence.Tokens[i].Deprel is "amod" or "compound" or "nmod:poss";
        }

        string? kind = antecedents.KindOf(head.Lemma);
        if (!definite && !two)
        {
            return null;
        }

        if (two && kind is "pair" or "country" && Grammar.IsPlural(head))
        {
            IReadOnlyList<Antecedent> both = antecedents.Pair(named, sentence.Index);
            foreach (Antecedent one in both)
            {
                pair = true;
                mentions.Add(new Mention(
                    MentionKind.Organisation, sentence.Index, Span(sentence, phrase), phrase.Head, Span(sentence, phrase).Of(text), new Resolution(one.ActorId, Both, [], one.Span), "government", "GOV", context.Find(one.ActorId)?.Country));
            }

            return null;
        }

        if (modified || Grammar.IsPlural(head) || two)
        {
            return null;
        }

        if (nounsSeen.TryGetValue(head.Lemma, out (Resolution Actor, TextSpan Span) seen))
        {
            return seen.Actor with { Rule = Definite, Antecedent = seen.Span };
        }

        Antecedent? antecedent = kind is null or "pair" ? null : antecedents.OfNoun(named, sentence, phrase.Head, kind);
        return antecedent is null ? null : new Resolution(antecedent.ActorId, Definite, [], antecedent.Span);
    }

    private void ReadPronoun(Sentence sentence, int token)
    {
        RuleId rule = Pronoun;
        Antecedent? antecedent = antecedents.OfPronoun(named, sentence, token, ref rule);
        if (antecedent is null)
        {
            return;
        }

        Actor actor = context.Find(antecedent.ActorId)!;
        TextSpan span = sentence.Tokens[token].Span;
        mentions.Add(new Mention(
            actor.Kind == "person" ? MentionKind.Person : MentionKind.Organisation, sentence.Index, span, token, span.Of(text), new Resolution(actor.Id, rule, [], antecedent.Span), actor.Class, null, actor.Country));
    }

    /// <summary>A capitalised name without entry.</summary>
    private void ReadUnknown(Sentence sentence, NounPhrase phrase, ReadOnlySpan<PlaceMention> places)
    {
        TextSpan span = Span(sentence, phrase);
        string last = sentence.Tokens[phrase.Last].Form;
        if (context.Own.TryGetValue(last, out (string? ActorId, MentionKind Kind) known))
        {
            Resolution? resolution = known.ActorId is null ? null : new Resolution(known.ActorId, OwnName, []);
            Add(sentence, known.Kind, span, phrase.Head, resolution, null, null, resolution is null ? null : context.Find(resolution.ActorId)?.Country);
            return;
        }

        MentionKind? kind = typer.KindOf(sentence, phrase);
        foreach (PlaceMention place in places)
        {
            if (kind is not (MentionKind.Person or MentionKind.Organisation or MentionKind.Facility) && place.Span.Overlaps(sentence.Tokens[phrase.Head].Span) && place.Rule.Value != "place.in-name")
            {
                kind = MentionKind.Location;
                span = place.Span;
            }
        }

        if (kind is null && phrase.Last > phrase.First && sentence.Tokens[phrase.Last].Upos == "PROPN" && Speaks(sentence, phrase.Head))
        {
            kind = MentionKind.Person;
        }

        if (kind is not MentionKind found)
        {
            return;
        }

        Add(sentence, found, span, phrase.Head, null, null, null, null);
        if (found == MentionKind.Person && phrase.Last > phrase.First)
        {
            context.Own.TryAdd(last, (null, MentionKind.Person));
        }
    }

    /// <summary>True for the subject of a verb that takes a clause: only people and bodies say things.</summary>
    private static bool Speaks(Sentence sentence, int head)
    {
        Token token = sentence.Tokens[head];
        if (!Grammar.IsSubject(token.Deprel) || token.Head < 0)
        {
            return false;
        }

        foreach (int child in sentence.Children(token.Head))
        {
            if (sentence.Tokens[child].Deprel is "ccomp" or "xcomp")
            {
                return true;
            }
        }

        return sentence.Tokens[token.Head].Deprel == "parataxis";
    }

    /// <summary>"Afghanistan Freedom Front (AFF)": what stands in brackets names the same from here on.</summary>
    private void Abbreviations(Sentence sentence)
    {
        for (int i = 1; i + 2 < sentence.Tokens.Length; i++)
        {
            string form = sentence.Tokens[i + 1].Form;
            if (sentence.Tokens[i].Form != "(" || sentence.Tokens[i + 2].Form != ")" || form.Length is < 2 or > 8 || form.Count(char.IsUpper) < 2)
            {
                continue;
            }

            int end = sentence.Tokens[i - 1].Span.End;
            Mention? full = null;
            for (int m = start; m < mentions.Count; m++)
            {
                Mention mention = mentions[m];
                if (mention.Span.End == end && mention.Kind == MentionKind.Organisation && (full is null || mention.Span.Length > full.Span.Length))
                {
                    full = mention;
                }
            }

            if (full is not null)
            {
                context.Own.TryAdd(form, (full.Actor?.ActorId, full.Kind));
            }
        }
    }

    private static TextSpan Span(Sentence sentence, NounPhrase phrase) => sentence.Tokens[phrase.First].Span.Cover(sentence.Tokens[phrase.Last].Span);

    private void Add(Sentence sentence, MentionKind kind, TextSpan span, int head, Resolution? actor, string? type, string? role, string? country)
    {
        mentions.Add(new Mention(kind, sentence.Index, span, head, span.Of(text), actor, type, role, country));
        if (kind is not (MentionKind.Person or MentionKind.Organisation or MentionKind.Group or MentionKind.Location))
        {
            return;
        }

        Token token = sentence.Tokens[head];
        Actor? known = actor is null ? null : context.Find(actor.ActorId);
        string side = "";
        if (known is not null && kind == MentionKind.Person && known.Kind != "person")
        {
            side = known.Id;
            // "the Taliban spokesman": a person of whom only the side is known.
            known = null;
        }

        if (known is null && kind == MentionKind.Location)
        {
            return;
        }

        string general = known?.Kind ?? kind switch { MentionKind.Person => "person", MentionKind.Organisation => "organisation", _ => "people" };
        named.Add(new Antecedent(
            known?.Id ?? "", general, Grammar.IsPlural(token), Grammar.IsSubject(Grammar.Relation(sentence, head)), sentence.Index, head, span, token.Head, side));
    }
}
