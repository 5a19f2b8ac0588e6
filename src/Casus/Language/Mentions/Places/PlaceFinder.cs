using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Finds the words that name places: known names with a capital, names with a word for a kind of place ("Laurel County",
/// "Lake Saiful"), and unknown names where only a place can stand ("in Byesville"). Names inside names of people and bodies
/// are left out.
/// </summary>
internal sealed class PlaceFinder
{
    private readonly PlaceNames names;
    private readonly PlaceCues cues;
    private readonly PlaceLists lists;

    public PlaceFinder(KnowledgeBase knowledge)
    {
        names = new PlaceNames(knowledge);
        cues = new PlaceCues(knowledge);
        lists = new PlaceLists(cues);
    }

    /// <summary>The surnames of an article: words that follow a given name or a title.</summary>
    public HashSet<string> Surnames(AtomBuffer atoms, IReadOnlyList<Sentence> sentences, string text)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        foreach (Sentence sentence in sentences)
        {
            atoms.Fill(text, sentence);
            for (int i = 0; i + 1 < atoms.Count; i++)
            {
                bool title = IsTitle(atoms.Word(i));
                if (!title && !cues.GivenNames.Has(atoms.Word(i)))
                {
                    continue;
                }

                int last = i + 1;
                while (last + 1 < atoms.Count && IsCapital(atoms, last) && IsCapital(atoms, last + 1) && last - i < 3)
                {
                    last++;
                }

                if (IsCapital(atoms, last) && last > i && cues.Organisations.Find(atoms.Word(last)) is null && cues.KindsInName.Find(atoms.Word(last)) is null)
                {
                    surnames.Add(atoms.Word(last).ToString());
                }
            }
        }

        return surnames;
    }

    /// <summary>The place names of every sentence, and where each sentence's end in the list.</summary>
    public (List<PlaceHit> Hits, int[] Ends) Names(AtomBuffer atoms, IReadOnlyList<Sentence> sentences, string text)
    {
        var hits = new List<PlaceHit>();
        int[] ends = new int[sentences.Count];
        var seen = new Dictionary<ulong, IReadOnlyList<Place>>();
        var scratch = new List<NameHit>();
        for (int i = 0; i < ends.Length; i++)
        {
            atoms.Fill(text, sentences[i]);
            names.Find(atoms, scratch, seen, hits);
            ends[i] = hits.Count;
        }

        return (hits, ends);
    }

    /// <param name="taken">Spans of time expressions in text order: a month is no place.</param>
    /// <param name="hits">Names of the sentence.</param>
    public void Find(AtomBuffer atoms, Sentence sentence, ReadOnlySpan<TextSpan> taken, HashSet<string> surnames, PlaceEvidence evident, ReadOnlySpan<PlaceHit> hits, List<PlaceCandidate> found)
    {
        int hit = 0, first = found.Count;
        for (int at = 0; at < atoms.Count;)
        {
            while (hit < hits.Length && hits[hit].Begin < at)
            {
                hit++;
            }

            int longest = -1;
            for (int h = hit; h < hits.Length && hits[h].Begin == at; h++)
            {
                longest = h;
            }

            PlaceCandidate? candidate = !IsCapital(atoms, at) || IsTaken(atoms[at].Span, taken)
                ? null
                : Abbreviation(atoms, sentence, at) ?? (longest >= 0 && !IsFirstHalf(atoms, hits, longest) ? Known(atoms, sentence, hits[longest], surnames, evident) : null) ?? Unknown(atoms, sentence, at, surnames);
            if (candidate is null)
            {
                at++;
                continue;
            }

            Link(atoms, found, first, candidate);
            found.Add(candidate);
            at = candidate.End;
        }
    }

    /// <summary>"Bali-Gham": the first half of a name of which nobody knows the second, and no Bali; "the Israel-Hamas war" is Israel's.</summary>
    private static bool IsFirstHalf(AtomBuffer atoms, ReadOnlySpan<PlaceHit> hits, int hit)
    {
        int hyphen = hits[hit].End, next = hyphen + 1;
        if (next >= atoms.Count || atoms.Word(hyphen) is not "-" || atoms[hyphen - 1].End != atoms[hyphen].Begin || atoms[hyphen].End != atoms[next].Begin || !IsCapital(atoms, next) || hits[hit].Places.Any(p => p.Kind == "country"))
        {
            return false;
        }

        for (int other = hit + 1; other < hits.Length && hits[other].Begin <= next; other++)
        {
            if (hits[other].Begin == next)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the article shows to be places: the names of small towns count only then.</summary>
    public PlaceEvidence Evident(AtomBuffer atoms, IReadOnlyList<Sentence> sentences, string text, ReadOnlySpan<PlaceHit> hits, int[] ends)
    {
        var evidence = new PlaceEvidence(cues);
        for (int i = 0; i < ends.Length; i++)
        {
            ReadOnlySpan<PlaceHit> own = hits[(i == 0 ? 0 : ends[i - 1])..ends[i]];
            if (own.Length > 0)
            {
                atoms.Fill(text, sentences[i]);
                evidence.Add(atoms, own);
            }
        }

        return evidence;
    }

    /// <summary>"Dayton, Tenn.", "R-N.D.": a state by its abbreviation; one that is only letters and full stops also stands alone.</summary>
    private PlaceCandidate? Abbreviation(AtomBuffer atoms, Sentence sentence, int at)
    {
        ReadOnlySpan<char> word = atoms.Word(at);
        if (cues.Abbreviated(word) is not { } place)
        {
            return null;
        }

        bool stop = word[^1] == '.', inner = word[..^1].Contains('.');
        TextSpan span = atoms[at].Span;
        if (!stop && at + 1 < atoms.Count && atoms.Word(at + 1) is "." && atoms[at + 1].Begin == span.End)
        {
            stop = true;
            span = new TextSpan(span.Begin, span.End + 1);
        }

        bool behind = at > 1 && atoms.Word(at - 1) is "," && IsCapital(atoms, at - 2) || PlaceEvidence.IsParty(atoms, at);
        bool alone = inner && !(at + 1 < atoms.Count && IsCapital(atoms, at + 1)) && !(at > 0 && IsCapital(atoms, at - 1) && IsName(sentence, atoms, at - 1) && !cues.Directions.Has(atoms.Word(at - 1)));
        return (behind && (stop || IsAllCapitals(word))) || alone
            ? new PlaceCandidate(sentence, at, at + 1, span, atoms[at].Token, atoms[at].Token, [place], null, false, false, "place.abbreviation") { Name = span.In(atoms.Text).ToString() }
            : null;
    }

    private static bool IsSmall(Place place) => place.Id.StartsWith(Gazetteer.IdPrefix, StringComparison.Ordinal) && place.Population < 150_000;

    /// <summary>Of two words and more fewer are common.</summary>
    private static bool IsTiny(Place place) => place.Id.StartsWith(Gazetteer.IdPrefix, StringComparison.Ordinal) && place.Population < 10_000;

    private static void Link(AtomBuffer atoms, List<PlaceCandidate> found, int first, PlaceCandidate candidate)
    {
        if (found.Count == first)
        {
            return;
        }

        PlaceCandidate before = found[^1];
        int gap = candidate.Begin - before.End;
        if (gap == 1 && atoms.Word(before.End) is "," or "(")
        {
            before.Container = candidate;
        }
        else if (gap <= 4 && Between(atoms, before.End, candidate.Begin))
        {
            before.Container = candidate;
            before.HeldByWords = true;
        }

        if (gap <= 2 && !before.Demonym && !candidate.Demonym && (atoms.Word(before.End) is "," or "and" or "or" || (gap == 2 && atoms.Word(before.End + 1) is "and" or "or")))
        {
            candidate.Mate ??= before;
            before.Mate ??= candidate;
        }
    }

    /// <summary>"Mir Ali area of North Waziristan", "Bermal district in Paktika".</summary>
    private static bool Between(AtomBuffer atoms, int from, int to)
    {
        bool link = false;
        for (int i = from; i < to; i++)
        {
            ReadOnlySpan<char> word = atoms.Word(i);
            link |= word is "of" or "in" or "'s";
            if (!char.IsLower(word[0]) && word is not ("'s" or "’s" or ","))
            {
                return false;
            }
        }

        return link;
    }

    private PlaceCandidate? Known(AtomBuffer atoms, Sentence sentence, PlaceHit hit, HashSet<string> surnames, PlaceEvidence evident)
    {
        (IReadOnlyList<Place> places, bool demonym) = (hit.Places, hit.Demonym);
        int begin = hit.Begin, end = hit.End;
        bool state = places.Any(p => p.Kind == "country"), country = demonym || state || places.Any(p => p.Kind == "admin1");
        if (end == begin + 1 && (cues.Directions.Has(atoms.Word(begin)) || (end < atoms.Count && atoms.Word(end) is "$")))
        {
            return null;
        }

        if (!country && end == begin + 1 && !IsName(sentence, atoms, begin))
        {
            return null;
        }

        string rule = demonym ? "place.demonym" : "place.name";
        if (!country && places.All(end == begin + 1 ? IsSmall : IsTiny) && !evident.Has(atoms, begin, end))
        {
            return null;
        }

        // "Police", "Lori": towns and divisions have such names, but the words are not theirs here.
        if (!demonym && end == begin + 1 && (cues.Organisations.Find(atoms.Word(begin)) is not null || (cues.GivenNames.Has(atoms.Word(begin)) && !AfterPreposition(atoms, begin) && !state)))
        {
            return null;
        }

        bool whole = end > begin + 1 && places.Any(p => p.Kind == "admin2") && cues.KindsInName.Find(atoms.Word(end - 1)) is not null;
        if (InOtherName(atoms, sentence, begin, end, country || whole, demonym))
        {
            return null;
        }

        if (!demonym && !whole && !state && EndsName(atoms, sentence, begin, end))
        {
            return null;
        }

        if (!demonym && end < atoms.Count && char.IsUpper(atoms.Word(end)[0]) && cues.Organisations.Find(atoms.Word(end)) is not null)
        {
            rule = "place.in-name";
        }

        if (!demonym && !state && end == begin + 1 && surnames.Contains(atoms.Word(begin).ToString()) && !AfterPreposition(atoms, begin))
        {
            return null;
        }

        if (!demonym && lists.KindOf(atoms, begin) is string shared)
        {
            return Listed(atoms, sentence, begin, end, places, shared);
        }

        string? kind = demonym ? null : KindBeside(atoms, begin, ref end);
        bool grown = end > hit.End;
        if (grown)
        {
            places = [.. places.Where(p => Fits(p, kind!))];
        }

        return Candidate(atoms, sentence, begin, end, places, kind, demonym, grown && places.Count == 0 ? "place.kind-word" : rule);
    }

    /// <summary>One of "Butler and Clark counties".</summary>
    private PlaceCandidate Listed(AtomBuffer atoms, Sentence sentence, int begin, int end, IReadOnlyList<Place> places, string kind)
    {
        string precision = cues.KindsInName.Find(kind)!;
        string full = string.Concat(atoms.Text.AsSpan(atoms[begin].Begin, atoms[end - 1].End - atoms[begin].Begin), " ", kind);
        Place[] listed = [.. places.Where(p => p.Kind == precision).Union(names.Exactly(full))];
        return Candidate(atoms, sentence, begin, end, listed, precision, false, "place.list");
    }

    /// <summary>The word for a kind of place beside a name; one with a capital becomes part of it.</summary>
    private string? KindBeside(AtomBuffer atoms, int begin, ref int end)
    {
        if (end < atoms.Count)
        {
            if (cues.KindsInName.Find(atoms.Word(end)) is string inName)
            {
                end++;
                return inName;
            }

            if (cues.KindsAfter.Find(atoms.Word(end)) is string beside)
            {
                return beside;
            }
        }

        return begin >= 2 && atoms.Word(begin - 1) is "of" ? cues.KindsAfter.Find(atoms.Word(begin - 2)) : null;
    }

    private static bool Fits(Place place, string kind) =>
        place.Kind == kind || kind is "region" or "line" && place.Kind is "region" or "line" or "point" || (kind == "admin2" && place.Kind == "admin1") || (kind == "admin1" && place.Kind == "admin1");

    /// <summary>A name without entry: before or after a word for a kind of place, or behind a preposition of place.</summary>
    private PlaceCandidate? Unknown(AtomBuffer atoms, Sentence sentence, int at, HashSet<string> surnames)
    {
        if (at > 0 && IsCapital(atoms, at - 1) && !cues.Directions.Has(atoms.Word(at - 1)) && IsName(sentence, atoms, at - 1) && at > 1)
        {
            return null;
        }

        int end = at + 1;
        while (end < atoms.Count && end - at < 5 && !(end == at + 1 && atoms.Word(at).Length == 1) && (IsCapital(atoms, end) || (atoms.Word(end) is "-" && end + 1 < atoms.Count && IsCapital(atoms, end + 1))))
        {
            end++;
        }

        if (lists.KindOf(atoms, at) is string shared && IsName(sentence, atoms, at) && !HoldsOrganisation(atoms, at, end) && cues.KindsInName.Find(atoms.Word(end - 1)) is null)
        {
            return Listed(atoms, sentence, at, end, [], shared);
        }

        bool held = cues.IsHeld(atoms, end) && !(at > 0 && IsTitle(atoms.Word(at - 1)));
        string? before = cues.KindsBefore.Find(atoms.Word(at));
        if (before is not null && end > at + 1)
        {
            return Candidate(atoms, sentence, at, end, [], before, false, "place.kind-word");
        }

        if (before == "line" && end == at + 1 && end < atoms.Count && char.IsAsciiDigit(atoms.Word(end)[0]))
        {
            return Candidate(atoms, sentence, at, end + 1, [], before, false, "place.kind-word");
        }

        if (end > at + 1 && cues.KindsInName.Find(atoms.Word(end - 1)) is string kind && !HoldsOrganisation(atoms, at, end - 1) && IsNamed(sentence, atoms, at))
        {
            bool numbered = kind == "line" && end < atoms.Count && AtomBuffer.AllDigits(atoms.Word(end));
            return Candidate(atoms, sentence, at, numbered ? end + 1 : end, [], kind, false, "place.kind-word");
        }

        // "in Aslam Kalay area": behind a preposition of place a person's name is a place's.
        if (end < atoms.Count && cues.KindsAfter.Find(atoms.Word(end)) is string beside && beside is not ("point" or "line") && IsName(sentence, atoms, at) && !HoldsOrganisation(atoms, at, end) && (held || PlacedBefore(atoms, at) || !HoldsPerson(atoms, at, end)))
        {
            return Candidate(atoms, sentence, at, end, [], beside, false, "place.kind-word");
        }

        if (at > 1 && atoms.Word(at - 1) is "of" && cues.KindsAfter.Find(atoms.Word(at - 2)) is "town" or "admin2" && IsName(sentence, atoms, at) && !HoldsOrganisation(atoms, at, end) && (held || !HoldsPerson(atoms, at, end)))
        {
            return Candidate(atoms, sentence, at, end, [], "town", false, "place.kind-word");
        }

        bool stands = at > 0 && atoms.Word(at - 1) is "in" or "near" or "outside" or "at" or "around" || (at > 0 && cues.Directions.Has(atoms.Word(at - 1)) && char.IsLower(atoms.Word(at - 1)[0]));
        bool strict = !held && at > 0 && atoms.Word(at - 1) is "at" or "around";
        if (!stands || strict || !IsName(sentence, atoms, at) || HoldsOrganisation(atoms, at, end) || (!held && HoldsPerson(atoms, at, end)) || IsAllCapitals(atoms.Word(at))
            || (end == at + 1 && surnames.Contains(atoms.Word(at).ToString())) || (end < atoms.Count && atoms.Word(end) is "'s" or "’s" && atoms.Word(at - 1) is not "in"))
        {
            return null;
        }

        return Candidate(atoms, sentence, at, end, [], null, false, "place.preposition");
    }

    private PlaceCandidate Candidate(AtomBuffer atoms, Sentence sentence, int begin, int end, IReadOnlyList<Place> places, string? kind, bool demonym, string rule)
    {
        bool part = begin > 0 && cues.Directions.Has(atoms.Word(begin - 1));
        return new PlaceCandidate(sentence, begin, end, new TextSpan(atoms[begin].Begin, atoms[end - 1].End), atoms[begin].Token, atoms[end - 1].Token, places, kind, part, demonym, rule)
        {
            Name = atoms.Text[atoms[begin].Begin..atoms[end - 1].End],
        };
    }

    /// <summary>"Santos | Rivera |": the last word of a name, which is also a province's.</summary>
    private bool EndsName(AtomBuffer atoms, Sentence sentence, int begin, int end) =>
        begin > 0 && end == begin + 1 && sentence.Tokens[atoms[begin].Token].Deprel == "flat" && char.IsUpper(atoms.Word(begin - 1)[0]) && IsName(sentence, atoms, begin - 1)
        && !cues.Directions.Has(atoms.Word(begin - 1)) && !AfterKind(atoms.Word(begin - 1)) && !PlaceEvidence.IsParty(atoms, begin);

    /// <summary>True when the words before or after make the name part of a person's or a body's.</summary>
    private bool InOtherName(AtomBuffer atoms, Sentence sentence, int begin, int end, bool country, bool demonym)
    {
        if (begin > 0 && !PlaceEvidence.IsParty(atoms, begin))
        {
            ReadOnlySpan<char> before = atoms.Word(begin - 1);
            if (cues.GivenNames.Has(before) || (cues.Titles.Find(before) is not null && char.IsUpper(before[0]) && !country))
            {
                return true;
            }

            bool opens = begin == 1;
            if (!country && char.IsUpper(before[0]) && IsName(sentence, atoms, begin - 1) && !opens && !cues.Directions.Has(before) && !AfterKind(before))
            {
                return true;
            }
        }

        if (end >= atoms.Count || demonym)
        {
            return false;
        }

        ReadOnlySpan<char> after = atoms.Word(end);
        if (!char.IsUpper(after[0]) || atoms[end].Begin > atoms[end - 1].End + 1)
        {
            return false;
        }

        if (cues.KindsInName.Find(after) is not null)
        {
            return false;
        }

        if (cues.Organisations.Find(after) is not null)
        {
            return false;
        }

        return !country && cues.Titles.Find(after) is null && IsName(sentence, atoms, end) && !IsAllCapitals(atoms.Word(begin)) && atoms.Word(end).Length > 1;
    }

    private bool AfterKind(ReadOnlySpan<char> word) => cues.KindsBefore.Find(word) is not null;

    private bool HoldsOrganisation(AtomBuffer atoms, int begin, int end)
    {
        for (int i = begin; i < end; i++)
        {
            if (cues.Organisations.Find(atoms.Word(i)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool HoldsPerson(AtomBuffer atoms, int begin, int end)
    {
        for (int i = begin; i < end; i++)
        {
            if (cues.GivenNames.Has(atoms.Word(i)) || IsTitle(atoms.Word(i)))
            {
                return true;
            }
        }

        return begin > 0 && (IsTitle(atoms.Word(begin - 1)) || cues.GivenNames.Has(atoms.Word(begin - 1)));
    }

    private bool IsTitle(ReadOnlySpan<char> word) => cues.Titles.Find(word) is not null;

    private static bool AfterPreposition(AtomBuffer atoms, int at) => at > 0 && atoms.Word(at - 1) is "in" or "near" or "at" or "from" or "outside";

    private static bool PlacedBefore(AtomBuffer atoms, int at) => AfterPreposition(atoms, at) || (at > 1 && atoms.Word(at - 1) is "the" && AfterPreposition(atoms, at - 1));

    private static bool IsTaken(TextSpan span, ReadOnlySpan<TextSpan> taken)
    {
        foreach (TextSpan other in taken)
        {
            if (other.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCapital(AtomBuffer atoms, int at)
    {
        ReadOnlySpan<char> word = atoms.Word(at);
        return char.IsUpper(word[0]) || (word.Length > 2 && word[1] is '\'' or '’' && char.IsUpper(word[2]));
    }

    private static bool IsAllCapitals(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return word.Length > 1;
    }

    /// <summary>Not "The" or "Both" at the start of a sentence.</summary>
    private static bool IsNamed(Sentence sentence, AtomBuffer atoms, int at) =>
        sentence.Tokens[atoms[at].Token].Upos is not ("DET" or "ADP" or "PRON" or "CCONJ" or "SCONJ" or "AUX" or "VERB" or "ADV" or "NUM");

    /// <summary>A capitalised word that its tag does not make a common one.</summary>
    private static bool IsName(Sentence sentence, AtomBuffer atoms, int at)
    {
        int token = atoms[at].Token;
        string tag = sentence.Tokens[token].Upos;
        bool opens = token == 0 || (token == 1 && sentence.Tokens[0].Upos == "PUNCT");
        return IsCapital(atoms, at) && (tag is "PROPN" or "X" || (!opens && (tag is "NOUN" or "ADJ")));
    }
}
