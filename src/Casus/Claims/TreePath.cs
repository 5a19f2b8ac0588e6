using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>A step of a <see cref="TreePath"/>; docs/how-to/patterns.md says what each reaches.</summary>
internal enum StepKind
{
    Self,
    Subject,
    Object,
    Surface,
    Agent,
    Preposition,
    Possessor,
    Modifier,
    Support,
    Holder,
    Head,
    Sentence,
    Inside,
    Targeting,
    IndirectObject,
    Compound,
    Adjective,
    Complement,
    ClauseComplement,
    AdverbialClause,
    NounClause,
    Adverb,
    Particle,
    Conjunct,
    Apposition,
    Number,
    Determiner,
    Case,
    Auxiliary,
    Copula,
    Frame,
}

/// <summary>
/// A path of the pattern language (docs/how-to/patterns.md), compiled: steps joined by ">", each a name with optional
/// words after ":" ("prep:on|against", "object>poss").
/// </summary>
internal sealed class TreePath
{
    private static readonly FrozenDictionary<string, StepKind> Names = new Dictionary<string, StepKind>(StringComparer.Ordinal)
    {
        ["self"] = StepKind.Self,
        ["subject"] = StepKind.Subject,
        ["object"] = StepKind.Object,
        ["surface"] = StepKind.Surface,
        ["agent"] = StepKind.Agent,
        ["prep"] = StepKind.Preposition,
        ["poss"] = StepKind.Possessor,
        ["mod"] = StepKind.Modifier,
        ["support"] = StepKind.Support,
        ["holder"] = StepKind.Holder,
        ["head"] = StepKind.Head,
        ["sentence"] = StepKind.Sentence,
        ["inside"] = StepKind.Inside,
        ["targeting"] = StepKind.Targeting,
        ["iobj"] = StepKind.IndirectObject,
        ["compound"] = StepKind.Compound,
        ["amod"] = StepKind.Adjective,
        ["xcomp"] = StepKind.Complement,
        ["ccomp"] = StepKind.ClauseComplement,
        ["advcl"] = StepKind.AdverbialClause,
        ["acl"] = StepKind.NounClause,
        ["advmod"] = StepKind.Adverb,
        ["particle"] = StepKind.Particle,
        ["conj"] = StepKind.Conjunct,
        ["appos"] = StepKind.Apposition,
        ["nummod"] = StepKind.Number,
        ["det"] = StepKind.Determiner,
        ["case"] = StepKind.Case,
        ["aux"] = StepKind.Auxiliary,
        ["cop"] = StepKind.Copula,
        ["frame"] = StepKind.Frame,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ImmutableArray<(StepKind Kind, ImmutableArray<string> Words)> steps;

    private TreePath(string text, ImmutableArray<(StepKind, ImmutableArray<string>)> steps)
    {
        Text = text;
        this.steps = steps;
    }

    public string Text { get; }

    /// <summary>Ends at words before a noun, which are often no party ("joint", "mass").</summary>
    public bool EndsInModifier => steps[^1].Kind is StepKind.Modifier or StepKind.Compound or StepKind.Adjective;

    /// <summary>Ends at the object itself.</summary>
    public bool IsObject => steps is [{ Kind: StepKind.Object, Words.IsEmpty: true }];

    /// <summary>Goes from the object to whose it is: "praised | Peru's | decision", "the decision | of the council".</summary>
    public bool EndsInOwner => steps is [{ Kind: StepKind.Object }, { Kind: StepKind.Possessor or StepKind.Modifier }]
        || (steps is [{ Kind: StepKind.Object }, { Kind: StepKind.Preposition } last] && last.Words.Contains("of"));

    /// <summary>Names the thing that completes the trigger ("closed | the border").</summary>
    public bool IsFrame => steps is [{ Kind: StepKind.Frame }];

    /// <summary>Ends at whom something is taken from; where, if it names nobody.</summary>
    public bool IsOrigin => steps[^1] is { Kind: StepKind.Preposition, Words: ["from"] };

    /// <summary>Goes by the word that governs the trigger ("joined | the march").</summary>
    public bool StartsAbove => steps[0].Kind == StepKind.Head;

    /// <summary>The trigger names who does it ("suicide bombers").</summary>
    public bool IsSelf => steps is [{ Kind: StepKind.Self }];

    /// <summary>Null, with the reason, when a step is unknown.</summary>
    public static TreePath? Parse(string text, out string? problem)
    {
        var steps = ImmutableArray.CreateBuilder<(StepKind, ImmutableArray<string>)>();
        foreach (string part in text.Split('>', StringSplitOptions.TrimEntries))
        {
            int colon = part.IndexOf(':');
            string name = colon < 0 ? part : part[..colon];
            if (!Names.TryGetValue(name, out StepKind kind))
            {
                problem = $"unknown step \"{name}\" in path \"{text}\"; known: {string.Join(", ", Names.Keys.Order(StringComparer.Ordinal))}";
                return null;
            }

            steps.Add((kind, colon < 0 ? [] : [.. part[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]));
        }

        problem = null;
        return new TreePath(text, steps.ToImmutable());
    }

    /// <summary>Those of the texts that are paths.</summary>
    public static ImmutableArray<TreePath> All(IEnumerable<string> texts) => [.. texts.Select(t => Parse(t, out _)).OfType<TreePath>()];

    /// <summary>Adds the words that the path reaches from the trigger, in text order of the last step.</summary>
    public void Find(SentenceView s, TriggerMatch match, List<int> found)
    {
        if (steps.Length == 1)
        {
            Take(s, match, match.Token, steps[0].Kind, steps[0].Words, found);
            return;
        }

        if (steps is [{ Kind: StepKind.Head }, { Kind: StepKind.Subject }] && (IsWhatMoves(s, match.Token) || IsSpokenOf(s, match)))
        {
            return;
        }

        List<int> from = [match.Token];
        foreach ((StepKind kind, ImmutableArray<string> words) in steps)
        {
            List<int> to = [];
            foreach (int token in from)
            {
                Take(s, match, token, kind, words, to);
            }

            from = to;
        }

        found.AddRange(from);
    }

    /// <summary>"took to the streets in protest at | the arrest | of the judge": who is moved by it did not do it.</summary>
    private static bool IsWhatMoves(SentenceView s, int noun) =>
        s.Relation(noun) == "obl" && s.Child(noun, "case") is > 0 and var preposition && s.Lemma(preposition) is "at" or "over" or "against"
        && s[preposition - 1].Upos == "NOUN" && s.Case(preposition - 1) == "in";

    /// <summary>"pointed to | the arrest | of 30 suspects": who tells of it did not do it.</summary>
    private static bool IsSpokenOf(SentenceView s, TriggerMatch match) =>
        s.Head(match.Token) is >= 0 and var verb && verb != match.Support && s.IsVerb(verb) && s.Lexicon.In("speaks-of", s.Lemma(verb)) && (s.Relation(match.Token) == "obj" || s.HasCase(match.Token, "to"));

    private static void Take(SentenceView s, TriggerMatch match, int token, StepKind kind, ImmutableArray<string> words, List<int> found)
    {
        switch (kind)
        {
            case StepKind.Self:
                AddOne(s, token, words, found);
                break;
            case StepKind.Subject:
                AddOne(s, s.IsVerb(token) ? Clause.DeepSubject(s, token) : Named(s, token), words, found);
                break;
            case StepKind.Object:
                AddOne(s, s.IsVerb(token) ? ObjectOf(s, match, token) : -1, words, found);
                break;
            case StepKind.Surface:
                AddOne(s, Clause.SurfaceSubject(s, token), words, found);
                break;
            case StepKind.Agent:
                AddOne(s, Clause.Agent(s, token), words, found);
                break;
            case StepKind.Preposition:
                Prepositional(s, match, token, words, found);
                break;
            case StepKind.Possessor:
                Children(s, token, "nmod:poss", "", words, found);
                break;
            case StepKind.Modifier:
                Modifiers(s, token, words, found);
                break;
            case StepKind.Support:
                AddOne(s, match.Support, words, found);
                break;
            case StepKind.Holder:
                AddOne(s, match.Support >= 0 && !s.Lexicon.In("excludes", s.Lemma(match.Support)) ? Clause.DeepSubject(s, match.Support) : -1, words, found);
                break;
            case StepKind.Frame:
                AddOne(s, match.Frame, words, found);
                break;
            case StepKind.Head:
                AddOne(s, s.Head(token), words, found);
                break;
            case StepKind.Sentence:
                for (int i = 0; i < s.Count; i++)
                {
                    AddOne(s, i, words, found);
                }

                break;
            case StepKind.Inside:
                Below(s, token, words, found);
                break;
            case StepKind.Targeting:
                AimedAt.Find(s, token, found);
                break;
            case StepKind.Complement or StepKind.NounClause:
                int before = found.Count;
                Children(s, token, RelationOf(kind), RelationOf(kind), words, found);
                if (found.Count == before)
                {
                    Infinitive(s, match, token, words, found);
                }

                break;
            default:
                Children(s, token, RelationOf(kind), RelationOf(kind), words, found);
                break;
        }
    }

    /// <summary>"| Sweden | is the biggest donor"; but "it was a killing" and "victims of killings" name nobody who did it.</summary>
    private static int Named(SentenceView s, int noun) => s.Child(noun, "nsubj") is >= 0 and var subject && s[subject].Upos is "NOUN" or "PROPN" ? subject : -1;

    private static void Below(SentenceView s, int token, ImmutableArray<string> words, List<int> found)
    {
        foreach (int child in s.Children(token))
        {
            AddOne(s, child, words, found);
            Below(s, child, words, found);
        }
    }

    /// <summary>"urged them to talk", "voiced its wish to talk": the infinitive may hang on the verb, on its object or on the noun.</summary>
    private static void Infinitive(SentenceView s, TriggerMatch match, int token, ImmutableArray<string> words, List<int> found)
    {
        int verb = s.IsVerb(token) ? token : match.Support >= 0 ? match.Support : s.Head(token);
        if (verb < 0)
        {
            return;
        }

        foreach (int child in s.Children(verb))
        {
            if (child > token && s.Relation(child) is "advcl" or "xcomp" && IsInfinitive(s, child))
            {
                AddOne(s, child, words, found);
            }

            if (s.Relation(child) is "obj" or "iobj" or "obl" && s.IsVerb(token))
            {
                foreach (int inner in s.Children(child))
                {
                    if (s.Deprel(inner) == "acl" && IsInfinitive(s, inner))
                    {
                        AddOne(s, inner, words, found);
                    }
                }
            }
        }
    }

    private static bool IsInfinitive(SentenceView s, int verb) =>
        s[verb].Xpos == "VB" && s.Child(verb, "mark") is >= 0 and var mark && s[mark].Upos == "PART";

    /// <summary>The object of "called off the strike" also where the tree takes the particle for a preposition.</summary>
    private static int ObjectOf(SentenceView s, TriggerMatch match, int verb)
    {
        int obj = Clause.DeepObject(s, verb);
        bool trigger = verb == match.Token && match.Last > verb;
        if (trigger && obj > verb && obj <= match.Last)
        {
            // "set | free | the singer": the trigger's own word is not its object.
            int own = obj;
            foreach (int child in s.Children(verb))
            {
                obj = child != own && s.Relation(child) == "obj" ? child : obj;
            }
        }

        if (obj >= 0)
        {
            return obj;
        }

        return trigger && s.Relation(match.Last) == "case" ? s.Head(match.Last) : s.Child(verb, "iobj");
    }

    private static void AddOne(SentenceView s, int token, ImmutableArray<string> words, List<int> found)
    {
        if (token >= 0 && (words.IsEmpty || words.Contains(s.Lemma(token))))
        {
            found.Add(token);
        }
    }

    private static void Children(SentenceView s, int token, string deprel, string relation, ImmutableArray<string> words, List<int> found)
    {
        foreach (int child in s.Children(token))
        {
            if (relation == "aux" && s[token].Xpos == "VBG" && s.Deprel(child) != "aux:pass" && s.Lemma(child) == "be")
            {
                // "was holding a rally": nobody was held.
                continue;
            }

            if (s.Deprel(child) == deprel || (relation.Length > 0 && s.Relation(child) == relation && s.Deprel(child) != "nmod:poss"))
            {
                AddOne(s, child, words, found);
            }
        }
    }

    /// <summary>A name or people before an event noun: "TTP attack", "Pakistani air strikes", "militant raid".</summary>
    private static void Modifiers(SentenceView s, int token, ImmutableArray<string> words, List<int> found)
    {
        foreach (int child in s.Children(token))
        {
            if (s.Relation(child) is "compound" or "amod" or "nmod" && child < token && s.Case(child).Length == 0 && s.Deprel(child) != "nmod:poss")
            {
                AddOne(s, child, words, found);
                if (s.Relation(child) == "compound" || IsLed(s, child))
                {
                    Modifiers(s, child, words, found);
                }
            }
        }
    }

    /// <summary>"a Saudi-led strike": who leads it does it.</summary>
    private static bool IsLed(SentenceView s, int word) => word > 1 && s.Lemma(word) == "lead" && s.Relation(word) == "amod" && s[word - 1].Form is "-" or "–" && s.Head(word - 2) == word;

    private static void Prepositional(SentenceView s, TriggerMatch match, int token, ImmutableArray<string> words, List<int> found)
    {
        int before = found.Count;
        Marked(s, token, words, found);
        if (found.Count == before && words.Contains("by") && s.IsNoun(token))
        {
            AddOne(s, PartyReader.Author(s, token), [], found);
        }

        if (found.Count > before || token != match.Token)
        {
            return;
        }

        foreach (int word in match.Words)
        {
            // "a state of siege in the north": the phrase may hang on the trigger's last word.
            if (word > token && s.IsNoun(word))
            {
                Marked(s, word, words, found);
            }
        }

        // "imposed restrictions on", "launched an attack on": the phrase may hang on either word.
        int other = match.Support >= 0 ? match.Support : match.Frame;
        if (other >= 0 && found.Count == before)
        {
            Marked(s, other, words, found);
        }

        if (found.Count == before)
        {
            Misplaced(s, token, words, found);
        }

        if (found.Count == before && s.IsVerb(token))
        {
            Nested(s, token, words, found);
        }

        if (found.Count == before && s.Relation(token) == "conj" && s.Head(token) >= 0)
        {
            // "the raid and shelling of the town"
            int first = s.Head(token);
            foreach (int child in s.Children(first))
            {
                if (child > token && s.Relation(child) is "obl" or "nmod" && child > token && words.Contains(s.Case(child)))
                {
                    found.Add(child);
                }
            }
        }
    }

    /// <summary>Parsers hang some phrases too high ("attack | on a post") or too low ("from A and B | towards C").</summary>
    private static void Misplaced(SentenceView s, int token, ImmutableArray<string> words, List<int> found)
    {
        if (!s.IsVerb(token))
        {
            int next = End(s, token) + 1;
            if (next < s.Count && s.Relation(next) == "case" && words.Contains(s.Lemma(next)) && s.Head(next) > next && s.Relation(s.Head(next)) is "obl" or "nmod" && !IsOfDeedBelow(s, token, s.Head(s.Head(next))))
            {
                found.Add(s.Head(next));
                return;
            }

            foreach (int child in s.Children(token))
            {
                if (child > token && s.Relation(child) == "nmod")
                {
                    // "a delivery of | tanks to the front"
                    Low(s, child, words, found, 0);
                }
            }

            return;
        }

        foreach (int child in s.Children(token))
        {
            if (child > token && s.Relation(child) == "obl")
            {
                Low(s, child, words, found, 0);
            }
        }
    }

    /// <summary>"the murder of a man | arrested | by police": another deed, done to whom the first was done to.</summary>
    private static bool IsOfDeedBelow(SentenceView s, int noun, int verb) => verb >= 0 && s.IsVerb(verb) && s.Relation(verb) == "acl" && s.Head(verb) != noun && s.Dominates(noun, verb);

    /// <summary>The last word of the phrase that a word heads.</summary>
    private static int End(SentenceView s, int token)
    {
        int end = token;
        foreach (int child in s.Children(token))
        {
            if (child > token && s.Relation(child) is "nmod" or "compound" or "flat" or "conj" or "appos" or "acl")
            {
                end = Math.Max(end, End(s, child));
            }
        }

        return end;
    }

    private static void Low(SentenceView s, int nominal, ImmutableArray<string> words, List<int> found, int depth)
    {
        foreach (int child in s.Children(nominal))
        {
            if (depth < 3 && s.Relation(child) is "nmod" or "conj" && s.IsNoun(child))
            {
                if (s.Relation(child) == "nmod" && words.Contains(s.Case(child)) && (s.Lexicon.In("towards", s.Case(child)) || (!s.IsVerb(s.Head(nominal)) && s.Lexicon.In("agent", s.Case(child)))))
                {
                    found.Add(child);
                }

                Low(s, child, words, found, depth + 1);
            }
        }
    }

    /// <summary>"sent tents and blankets to the towns": a phrase of the verb that the tree hangs on a noun after it.</summary>
    private static void Nested(SentenceView s, int verb, ImmutableArray<string> words, List<int> found)
    {
        for (int i = verb + 1; i < s.Count; i++)
        {
            if (s.Relation(i) != "nmod" || s.Deprel(i) == "nmod:poss" || s.Case(i) is not { Length: > 0 } word || !words.Contains(word) || s.Lexicon.In("phrase-preposition", word))
            {
                continue;
            }

            int x = s.Head(i);
            while (x > verb && s.Relation(x) is "obj" or "obl" or "nmod" or "conj" or "compound")
            {
                x = s.Head(x);
            }

            if (x == verb)
            {
                found.Add(i);
                return;
            }
        }
    }

    private static void Marked(SentenceView s, int token, ImmutableArray<string> words, List<int> found)
    {
        foreach (int child in s.Children(token))
        {
            if (s.Relation(child) is "obl" or "nmod" or "advcl" or "acl")
            {
                string word = s.Case(child);
                if (word.Length > 0 && words.Contains(word) && s.Deprel(child) != "nmod:poss")
                {
                    found.Add(child);
                    if (word == "between" && s.Child(child, "conj") < 0 && OtherSide(s, child) is >= 0 and var other)
                    {
                        found.Add(other);
                    }
                }
            }
        }
    }

    /// <summary>The second of "between A and B" that the tree hangs elsewhere; -1 when there is none.</summary>
    private static int OtherSide(SentenceView s, int one)
    {
        for (int i = one + 1; i < s.Count && !s.IsVerb(i); i++)
        {
            if (s.Relation(i) == "conj" && s.IsNoun(i) && s.Head(i) < one)
            {
                return i;
            }
        }

        return -1;
    }

    private static string RelationOf(StepKind kind) => kind switch
    {
        StepKind.IndirectObject => "iobj",
        StepKind.Compound => "compound",
        StepKind.Adjective => "amod",
        StepKind.Complement => "xcomp",
        StepKind.ClauseComplement => "ccomp",
        StepKind.AdverbialClause => "advcl",
        StepKind.NounClause => "acl",
        StepKind.Adverb => "advmod",
        StepKind.Particle => "compound",
        StepKind.Conjunct => "conj",
        StepKind.Apposition => "appos",
        StepKind.Number => "nummod",
        StepKind.Determiner => "det",
        StepKind.Case => "case",
        StepKind.Auxiliary => "aux",
        _ => "cop",
    };
}
