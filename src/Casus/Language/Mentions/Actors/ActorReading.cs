using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>The reading of one article, sentence by sentence: what was named so far decides what "the group" is.</summary>
internal sealed class ActorReading(string text, ActorContext context, NounIndex nouns, NameTyper typer, PlaceCues cues, Antecedents antecedents)
{
    private static readonly RuleId Pronoun = new("actor.pronoun");
    private static readonly RuleId Definite = new("actor.definite-noun");
    private static readonly RuleId Apposition = new("actor.apposition");
    private static readonly RuleId Office = new("actor.person-in-phrase");
    private readonly OwnNames own = new();
    private readonly LongerNames longer = new(context, nouns, cues);
    private readonly Provisionals provisionals = new(context, nouns, cues.Titles, cues.Organisations);
    private readonly List<Mention> mentions = [];
    private readonly List<Antecedent> named = [];

    /// <summary>Whom "both sides" last took up, as of the sentence of those words; empty before.</summary>
    private IReadOnlyList<Antecedent> lastPair = [];

    /// <summary>Names of the sentence that are part of a longer name ("Jordan" of "Jordan Ellis").</summary>
    private readonly HashSet<ActorHit> swallowed = [];

    /// <summary>Where the mentions of the sentence begin.</summary>
    private int start;

    /// <summary>Phrases with a common noun that were resolved, so that "the army" is the army named before.</summary>
    private readonly Dictionary<string, (Resolution Actor, TextSpan Span)> nounsSeen = new(StringComparer.Ordinal);

    public ImmutableArray<Mention> Mentions()
    {
        mentions.Sort((a, b) => a.Span.Begin != b.Span.Begin ? a.Span.Begin.CompareTo(b.Span.Begin)
            : a.Span.End != b.Span.End ? b.Span.End.CompareTo(a.Span.End) : string.CompareOrdinal(a.Actor?.ActorId, b.Actor?.ActorId));
        return [.. mentions];
    }

    public void Read(Sentence sentence, List<ActorHit> hits, ReadOnlySpan<PlaceMention> places, ReadOnlySpan<TimeMention> times)
    {
        int before = named.Count;
        start = mentions.Count;
        swallowed.Clear();
        hits.RemoveAll(h => longer.IsOfAnotherPeople(sentence, h) || longer.IsOfStance(sentence, h) || longer.IsOfAnotherOffice(sentence, h));
        DropRegions(hits, places);
        longer.DropOfOtherLands(sentence, hits);
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
            ReadHit(sentence, hit);
        }

        own.Abbreviations(sentence, CollectionsMarshal.AsSpan(mentions)[start..]);
        named.Sort(before, named.Count - before, Comparer<Antecedent>.Create((a, b) => a.Token.CompareTo(b.Token)));
    }

    /// <summary>"Latin America" is not America.</summary>
    private static void DropRegions(List<ActorHit> hits, ReadOnlySpan<PlaceMention> places)
    {
        foreach (PlaceMention place in places)
        {
            if (place.PlaceId is { } id && id.StartsWith("region.", StringComparison.Ordinal))
            {
                hits.RemoveAll(h => place.Span.Contains(h.Span) && h.Span != place.Span);
            }
        }
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
    private void ReadHit(Sentence sentence, ActorHit hit)
    {
        if (swallowed.Contains(hit))
        {
            return;
        }

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
        Add(sentence, KindOf(actor, resolution, acts), hit.Span, hit.Head, resolution, resolution.Rule.Value == "actor.demonym" ? null : context.ClassOf(actor), null, actor.Country);
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
        Token head = sentence.Tokens[phrase.Head];
        int first = phrase.Head;
        NounSense? sense = nouns.Find(sentence, phrase.Head, out first);
        PhraseHits found = PhraseHits.Of(text, sentence, phrase, hits, context, sense is { Role: "GOV" });
        if (found.Own is { } elsewhere && head.Upos == "NOUN" && context.Resolve(elsewhere, true) is { } meant && meant.Rule == ActorContext.InContext && SitsAbroad(sentence, phrase, meant, places))
        {
            // "the interim government in Lima" is not the one by that name of which the article tells.
            swallowed.Add(elsewhere);
        }
        else if (found.Own is { } name)
        {
            ReadNamed(sentence, phrase, name, hits, places);
            return;
        }

        if (head.Upos != "NOUN" && !char.IsLower(head.Form[0]) && found.InPhrase is null && found.Person is null)
        {
            sense = null;
        }

        if (sense is null && head.Upos == "NOUN" && antecedents.KindOf(head.Lemma) is not (null or "members"))
        {
            sense = new NounSense("body", null, RoleOfMembers(sentence, phrase.Head));
            first = phrase.Head;
        }

        if (sense is { Kind: "person" } && head.Deprel == "nmod:desc" && hits.Find(h => h.First <= head.Head && h.Last >= head.Head && context.First(h).Actor.Kind == "person") is { } titled
            && context.Resolve(titled, true) is { } holder)
        {
            Add(sentence, MentionKind.Person, Span(sentence, phrase), phrase.Head, holder with { Rule = Office }, sense.Class, sense.Role, context.Find(holder.ActorId)?.Country);
            return;
        }

        if (found.InPhrase is { } given && sense is null && head.Upos == "PROPN" && longer.IsGivenName(sentence, phrase, given))
        {
            swallowed.Add(given);
            ReadUnknown(sentence, phrase, hits, places, MentionKind.Person);
            return;
        }

        if (found.Person is { } surname && sense is null && cues.Titles.Find(head.Form) is null && longer.IsSurnameOfOther(sentence, phrase, surname))
        {
            swallowed.Add(surname);
        }
        else if (found.Person is not null && (sense is { Kind: "person" } || cues.Titles.Find(head.Form) is not null) && context.Resolve(found.Person, true) is { } who)
        {
            Add(sentence, MentionKind.Person, Span(sentence, phrase), phrase.Head, who with { Rule = Office }, sense?.Class, sense?.Role, context.Find(who.ActorId)?.Country);
            return;
        }

        if (sense is not null)
        {
            ReadNoun(sentence, phrase, sense, first, found.InPhrase ?? found.Behind, hits, places);
        }
        else if (head.Upos == "PROPN")
        {
            ReadUnknown(sentence, phrase, hits, places);
        }
    }

    /// <summary>"a group of soldiers" is of their role; null where none stands behind "of".</summary>
    private string? RoleOfMembers(Sentence sentence, int head)
    {
        foreach (int child in sentence.Children(head))
        {
            if (child > head && Grammar.IsPlural(sentence.Tokens[child]) && Grammar.Case(sentence, child) == "of")
            {
                return nouns.Find(sentence, child, out _)?.Role;
            }
        }

        return null;
    }

    /// <summary>"the Afghan Taliban", "President Ashraf Ghani": the phrase is the name with what belongs to it.</summary>
    private void ReadNamed(Sentence sentence, NounPhrase phrase, ActorHit hit, List<ActorHit> hits, ReadOnlySpan<PlaceMention> places)
    {
        if (longer.IsSwallowed(sentence, phrase, hit, hits))
        {
            swallowed.Add(hit);
            ReadUnknown(sentence, phrase, hits, places, MentionKind.Person);
            return;
        }

        if (phrase.Last > hit.Last && context.IsMetonym(hit))
        {
            // "Paris Saint-Germain": a place that acts stands alone.
            swallowed.Add(hit);
            ReadUnknown(sentence, phrase, hits, places);
            return;
        }

        bool acts = Acts(sentence, phrase.Head);
        Resolution? resolution = context.Resolve(hit, acts);
        if (resolution is null)
        {
            if (!context.IsMetonym(hit))
            {
                ReadUnknown(sentence, phrase, hits, []);
            }

            return;
        }

        Actor actor = context.Find(resolution.ActorId)!;
        TextSpan span = Span(sentence, phrase).Cover(hit.Span);
        Add(sentence, KindOf(actor, resolution, acts), span, phrase.Head, resolution, resolution.Rule.Value == "actor.demonym" ? "civilian" : context.ClassOf(actor), null, actor.Country);
        if (actor.Kind == "person" && hit.Last > hit.First)
        {
            own.Add(sentence.Tokens[hit.Last].Form, new OwnName(MentionKind.Person, actor.Id, null));
        }
    }

    private void ReadNoun(Sentence sentence, NounPhrase phrase, NounSense sense, int first, ActorHit? owner, List<ActorHit> hits, ReadOnlySpan<PlaceMention> places)
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
            (resolution, country) = OwnedNouns.Resolve(context, sentence, phrase, sense, first, owner);
            resolution = (Grammar.IsPlural(head) ? null : Beside(sentence, phrase.Head, sense.Kind == "person", hits)) ?? resolution;
            if (resolution is null && owner is null)
            {
                resolution = OfEarlier(sentence, phrase, head, sense.Class, out bool pair);
                if (pair)
                {
                    return;
                }

                resolution ??= antecedents.OfChain(named, sentence, phrase.Head, kind == MentionKind.Person);
                resolution = resolution is not null && (IsOwnOwner(sentence, phrase.Head, resolution) || IsNoForce(head, resolution) || IsAbroad(sentence, phrase, resolution, places) || (kind != MentionKind.Group && SitsAbroad(sentence, phrase, resolution, places))) ? null : resolution;
            }
            else if (resolution is not null && kind != MentionKind.Person)
            {
                nounsSeen[head.Lemma] = (resolution, Span(sentence, phrase));
            }
        }

        Add(sentence, kind, Span(sentence, phrase), phrase.Head, resolution, sense.Class, sense.Role, country ?? (resolution is null ? null : context.Find(resolution.ActorId)?.Country));
    }

    /// <summary>"Colombia's largest rebel group, | the ELN", "the leader of the Serbs, | Milorad Dodik": who is named right behind it; null for a country, which says where.</summary>
    private Resolution? Beside(Sentence sentence, int head, bool person, List<ActorHit> hits)
    {
        foreach (int child in sentence.Children(head))
        {
            if (child > head && sentence.Tokens[child] is { Deprel: "appos", Upos: "PROPN" } && hits.Find(h => h.First <= child && child <= h.Last) is { } hit
                && context.Resolve(hit, true) is { } named && (person ? context.Find(named.ActorId) is { Kind: "person" } : context.Find(named.ActorId) is { Kind: "armed-group" or "faction" or "party" or "organisation" }))
            {
                return named with { Rule = Apposition };
            }
        }

        return null;
    }

    /// <summary>"the group", "the two neighbours", "the army" after "the Pakistani army".</summary>
    private Resolution? OfEarlier(Sentence sentence, NounPhrase phrase, Token head, string? @class, out bool pair)
    {
        pair = false;
        bool definite = false, two = false, modified = false, ofAnother = false;
        for (int i = phrase.First; i < phrase.Head; i++)
        {
            string form = sentence.Tokens[i].Form.ToLowerInvariant();
            definite |= form is "the" or "this" or "that" or "both";
            two |= form is "two" or "both";
            modified |= sentence.Tokens[i].Deprel is "amod" or "compound" or "nmod:poss";
        }

        foreach (int child in sentence.Children(phrase.Head))
        {
            // "the organisation of Nordic ports" is told by what is behind it, and takes up none named before.
            ofAnother |= child > phrase.Head && Grammar.Case(sentence, child) == "of";
        }

        modified |= ofAnother;
        string? kind = antecedents.KindOf(head.Lemma);
        if (!definite && !two)
        {
            return null;
        }

        if (two && kind is "pair" or "country" or "government" or "force" && Grammar.IsPlural(head))
        {
            // "on both sides of the river": no one's.
            IReadOnlyList<Antecedent> both = ofAnother ? [] : antecedents.Pair(named, sentence, phrase.Head, lastPair, states: kind is "country" or "government");
            lastPair = both.Count == 2 ? [.. both.Select(one => one with { Sentence = sentence.Index })] : lastPair;
            foreach (Antecedent one in both)
            {
                pair = true;
                // "the two countries", one of which was last named by its police.
                Actor said = context.Find(one.ActorId)!, actor = kind == "country" && said is { Kind: "force", Country: { } land } ? context.Find(land) ?? said : said;
                mentions.Add(new Mention(
                    MentionKind.Organisation, sentence.Index, Span(sentence, phrase), phrase.Head, Span(sentence, phrase).Of(text), new Resolution(actor.Id, Resolution.Both, [], one.Span), context.ClassOf(actor) ?? "government", one.Kind is "country" or "government" ? "GOV" : null, actor.Country));
            }

            return null;
        }

        if (modified || two || Grammar.IsPlural(head) != kind is "members")
        {
            return null;
        }

        if (Grammar.IsPlural(head))
        {
            return antecedents.OfNoun(named, sentence, phrase.Head, kind!) is { } group && !IsOfOthers(@class, group) ? new Resolution(group.ActorId, Definite, [], group.Span) : null;
        }

        if (nounsSeen.TryGetValue(head.Lemma, out (Resolution Actor, TextSpan Span) seen))
        {
            return seen.Actor with { Rule = Definite, Antecedent = seen.Span };
        }

        Antecedent? antecedent = kind is null or "pair" ? null : antecedents.OfNoun(named, sentence, phrase.Head, kind);
        return antecedent is null ? null : new Resolution(antecedent.ActorId, Definite, [], antecedent.Span);
    }

    /// <summary>"The militants" behind "five militants of whom nobody knows whose they are" are these, and not the group named before them.</summary>
    private bool IsOfOthers(string? @class, Antecedent group)
    {
        for (int i = mentions.Count - 1; i >= 0 && mentions[i].Span.Begin > group.Span.Begin; i--)
        {
            if (mentions[i] is { Actor: null, Kind: MentionKind.Group or MentionKind.Person } other && other.Class == @class)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the army" is no armed group, though one calls itself so.</summary>
    private bool IsNoForce(Token head, Resolution resolution) => antecedents.KindOf(head.Lemma) == "force" && context.Find(resolution.ActorId) is { Kind: "armed-group" or "faction" };

    /// <summary>"her prime minister": somebody else than she.</summary>
    private bool IsOwnOwner(Sentence sentence, int head, Resolution resolution)
    {
        foreach (int child in sentence.Children(head))
        {
            if (sentence.Tokens[child] is { Deprel: "nmod:poss", Upos: "PRON" } owner)
            {
                return mentions.FindLast(m => m.Span == owner.Span)?.Actor is not { } whose || whose.ActorId == resolution.ActorId;
            }
        }

        return false;
    }

    /// <summary>"Thousands marched in Caracas against the government": not the one that an earlier sentence named, of another country than the place told here.</summary>
    private bool IsAbroad(Sentence sentence, NounPhrase phrase, Resolution resolution, ReadOnlySpan<PlaceMention> places)
    {
        if (resolution.Antecedent is not { } antecedent || antecedent.Begin >= sentence.Span.Begin
            || context.Find(resolution.ActorId) is not { Kind: "government" or "country" or "force", Country: { } country })
        {
            return false;
        }

        bool abroad = false;
        foreach (PlaceMention place in places)
        {
            if (place.Span.End <= sentence.Tokens[phrase.First].Span.Begin && place.Rule.Value != "place.demonym" && context.CountryOf(place) is { } told)
            {
                if (told == country)
                {
                    return false;
                }

                abroad = true;
            }
        }

        return abroad;
    }

    /// <summary>"the government in Lima": not the one of another country.</summary>
    private bool SitsAbroad(Sentence sentence, NounPhrase phrase, Resolution resolution, ReadOnlySpan<PlaceMention> places)
    {
        if (context.Find(resolution.ActorId) is not { Kind: not "person", Country: { } country })
        {
            return false;
        }

        foreach (int child in sentence.Children(phrase.Head))
        {
            if (child < phrase.Head || Grammar.Case(sentence, child) != "in")
            {
                continue;
            }

            foreach (PlaceMention place in places)
            {
                if (place.Span.Overlaps(sentence.Tokens[child].Span) && context.CountryOf(place) is { } told)
                {
                    return told != country;
                }
            }
        }

        return false;
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
            actor.Kind == "person" ? MentionKind.Person : MentionKind.Organisation, sentence.Index, span, token, span.Of(text), new Resolution(actor.Id, rule, [], antecedent.Span), context.ClassOf(actor), null, actor.Country));
    }

    /// <summary>A capitalised name without entry.</summary>
    private void ReadUnknown(Sentence sentence, NounPhrase phrase, List<ActorHit> hits, ReadOnlySpan<PlaceMention> places, MentionKind? certain = null)
    {
        TextSpan span = Span(sentence, phrase);
        string last = sentence.Tokens[phrase.Last].Form;
        if (own.Find(last) is { } known && certain is null && !longer.IsOther(sentence, phrase, known))
        {
            Resolution? resolution = OwnNames.Resolution(known);
            Add(sentence, known.Kind, span, phrase.Head, resolution, null, null, resolution is null ? null : context.Find(resolution.ActorId)?.Country, known.Provisional);
            return;
        }

        MentionKind? kind = certain ?? typer.KindOf(sentence, phrase) ?? provisionals.KindByCompany(sentence, phrase);
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

        ProvisionalActor? provisional = provisionals.Of(text, sentence, phrase, found, hits);
        Add(sentence, found, span, phrase.Head, null, provisional?.Class, null, provisional?.Country, provisional);
        if (found == MentionKind.Person && phrase.Last > phrase.First)
        {
            own.Add(last, new OwnName(MentionKind.Person, null, provisional));
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

    private static TextSpan Span(Sentence sentence, NounPhrase phrase) => sentence.Tokens[phrase.First].Span.Cover(sentence.Tokens[phrase.Last].Span);

    private void Add(Sentence sentence, MentionKind kind, TextSpan span, int head, Resolution? actor, string? type, string? role, string? country, ProvisionalActor? provisional = null)
    {
        mentions.Add(new Mention(kind, sentence.Index, span, head, span.Of(text), actor, type, role, country, provisional));
        Token token = sentence.Tokens[head];
        bool people = kind == MentionKind.Nationality && Grammar.IsPlural(token);
        if (!people && kind is not (MentionKind.Person or MentionKind.Organisation or MentionKind.Group or MentionKind.Location))
        {
            return;
        }

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

        // "Four Afghans … them": they are taken up by "them", and no "it" is they.
        string general = people ? "people" : known?.Kind ?? kind switch { MentionKind.Person => "person", MentionKind.Organisation => "organisation", _ => "people" };
        named.Add(new Antecedent(
            known?.Id ?? "", general, Grammar.IsPlural(token), Grammar.IsSubject(Grammar.Relation(sentence, head)), sentence.Index, head, span, token.Head, side)
        {
            Between = Grammar.Case(sentence, head) == "between",
            Governs = known is not null && (known.Kind == "government" || (known.Kind is "armed-group" or "party" && context.ClassOf(known) == "government")),
            Joined = token.Deprel == "conj",
        });
    }
}
