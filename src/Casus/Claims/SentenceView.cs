using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Casus.Language;

namespace Casus.Claims;

/// <summary>A sentence with what was read in it, ready to be asked by token: lower-case lemmas, base relations, mentions, numbers.</summary>
internal sealed class SentenceView
{
    private static readonly ConcurrentDictionary<string, string> BaseRelations = new(StringComparer.Ordinal);
    private static readonly StrongBox<(string Kind, string? Class)?> NoParty = new(null);

    private readonly string[] lemmas;
    private readonly string[] relations;
    private readonly bool[] governs;
    private readonly int[] depths;
    private readonly Mention?[] mentionAt;
    private readonly Mention?[] mentionOver;
    private readonly QuantityMention?[] quantityAt;
    private readonly int[] contents;
    private readonly StrongBox<(string Kind, string? Class)?>?[] partyNouns;
    private readonly string?[] sorts;
    private List<PlaceMention>? spots;

    public SentenceView(Sentence sentence, Analysis analysis, Lexicon lexicon)
    {
        Lexicon = lexicon;
        Sentence = sentence;
        Analysis = analysis;
        int count = sentence.Tokens.Length;
        lemmas = new string[count];
        relations = new string[count];
        governs = new bool[count];
        for (int i = 0; i < count; i++)
        {
            if (sentence.Tokens[i] is { Deprel: "obj", Head: >= 0 and var verb } && sentence.Tokens[verb].Upos == "NOUN")
            {
                governs[verb] = true;
            }
        }

        for (int i = 0; i < count; i++)
        {
            Token token = sentence.Tokens[i];
            string lemma = (token.Lemma.Length == 0 || token.Lemma == "_" ? token.Form : token.Lemma).ToLowerInvariant();
            string form = token.Form.ToLowerInvariant();
            // "rose" tagged as a participle keeps its form as its lemma, and "fled" has got one that no verb has.
            lemmas[i] = (token.Upos == "VERB" || governs[i]) && (lemma == form || token.Xpos is "VBD" or "VBN") && lexicon.Irregular(form) is { } irregular ? irregular
                : (governs[i] || token.Xpos == "VBG") && lemma == form && Inflection.Gerund(form, lexicon.Vocabulary) is { } gerund ? gerund
                : Inflection.Lemma(lemma, form, token.Xpos, lexicon.Vocabulary);
            relations[i] = BaseRelations.GetOrAdd(token.Deprel, static d => d.IndexOf(':') is > 0 and var colon ? d[..colon] : d);
        }

        depths = Depths(sentence);
        mentionAt = new Mention?[count];
        mentionOver = new Mention?[count];
        quantityAt = new QuantityMention?[count];
        contents = new int[count];
        partyNouns = new StrongBox<(string, string?)?>?[count];
        sorts = new string?[count];
        Bits = LemmaBits.Of(lemmas);
    }

    /// <summary>Of the lemmas.</summary>
    public LemmaBits Bits { get; }

    /// <summary>Whether a word of this lemma stands anywhere in the sentence.</summary>
    public bool Has(string lemma) => Array.IndexOf(lemmas, lemma) >= 0;

    public Sentence Sentence { get; }

    public Analysis Analysis { get; }

    public Lexicon Lexicon { get; }

    public int Index => Sentence.Index;

    public int Count => Sentence.Tokens.Length;

    public List<TimeMention> Times { get; } = [];

    public List<PlaceMention> Places { get; } = [];

    /// <summary>Heads of names that no gazetteer knows and the model of names takes for places.</summary>
    public HashSet<int> MarkedPlaces { get; } = [];

    /// <summary>The places and the <see cref="NamedSites"/>, in text order; made when first asked for, after the triggers are found.</summary>
    public List<PlaceMention> Spots => spots ??= Capitals.With(this, NamedSites.With(this, Places));

    public List<QuantityMention> Quantities { get; } = [];

    public List<Mention> Mentions { get; } = [];

    /// <summary>Nouns that open an event pattern; set once the triggers are found.</summary>
    public HashSet<int> EventNouns { get; } = [];

    public Token this[int token] => Sentence.Tokens[token];

    public string Lemma(int token) => lemmas[token];

    /// <summary>The universal relation without its subtype.</summary>
    public string Relation(int token) => relations[token];

    public string Deprel(int token) => Sentence.Tokens[token].Deprel;

    public int Head(int token) => Sentence.Tokens[token].Head;

    public ReadOnlySpan<int> Children(int token) => Sentence.Children(token);

    /// <summary>Also true of a word tagged as a noun that has an object ("Gunmen shot dead an elder").</summary>
    public bool IsVerb(int token) => this[token].Upos is "VERB" || governs[token] || (this[token].Upos is "ADJ" or "AUX" && this[token].Xpos.StartsWith("VB", StringComparison.Ordinal));

    public bool IsNoun(int token) => this[token].Upos is "NOUN" or "PROPN" && !governs[token];

    /// <summary>What sort of people or things a noun names, by itself or with the word before it ("police station").</summary>
    public (string Kind, string? Class)? PartyNoun(int token)
    {
        // Boxed: other threads see all of an answer or none.
        partyNouns[token] ??= NounOfParty(token) is { } noun ? new(noun) : NoParty;
        return partyNouns[token]!.Value;
    }

    private (string Kind, string? Class)? NounOfParty(int token) =>
        token == 0 || relations[token - 1] is not ("compound" or "amod") ? Lexicon.PartyNoun(lemmas[token])
        : Lexicon.PartyNoun($"{lemmas[token - 1]} {lemmas[token]}") is { } two ? two
        : Lexicon.PartyNoun(lemmas[token]) is { Kind: "person" } one && Lexicon.In("fights-for", lemmas[token]) && Lexicon.PartyNoun(lemmas[token - 1]) is { Class: "militant" } side ? (one.Kind, side.Class)
        : Lexicon.PartyNoun(lemmas[token]);

    /// <summary>What a phrase is about: "troops" in "thousands of troops", "pilgrims" in "a convoy of pilgrims"; the word itself when it is no quantity.</summary>
    public int Content(int token)
    {
        // 0 where nobody has asked.
        if (contents[token] == 0)
        {
            contents[token] = WordOfContent(token) + 1;
        }

        return contents[token] - 1;
    }

    /// <summary>What a word is, as <see cref="RoleFeatures"/> tell it.</summary>
    public string Sort(int token) => sorts[token] ??= RoleFeatures.Sort(this, token);

    /// <summary>The number of "more than a hundred of the attackers", where "more" is the head; -1 for other words.</summary>
    public int CountMoreThan(int token) =>
        this[token].Xpos == "JJR" && Child(token, "obl") is >= 0 and var number && number > token && (this[number].Upos == "NUM" || Lexicon.In("quantity-head", lemmas[number])) && HasCase(number, "than") ? number : -1;

    private int WordOfContent(int token)
    {
        if (CountMoreThan(token) is >= 0 and var number)
        {
            return WordOfContent(number);
        }

        bool carries = Lexicon.In("carries-people", lemmas[token]);
        if (this[token].Upos != "NUM" && !carries && !Lexicon.In("quantity-head", lemmas[token]))
        {
            return token;
        }

        foreach (int child in Children(token))
        {
            if (relations[child] == "nmod" && child > token && Lexicon.In("phrase-preposition", Case(child)) && (!carries || PartyNoun(child) is { Kind: "person" or "group" }))
            {
                return child;
            }
        }

        return token;
    }

    /// <summary>The longest mention whose governing word this is.</summary>
    public Mention? MentionAt(int token) => mentionAt[token];

    /// <summary>The longest mention that holds the word.</summary>
    public Mention? MentionOver(int token) => mentionOver[token];

    public QuantityMention? QuantityAt(int token) => quantityAt[token];

    public void Add(Mention mention)
    {
        Mentions.Add(mention);
        if (mention.Kind is MentionKind.Quantity or MentionKind.Temporal or MentionKind.Money)
        {
            return;
        }

        if (mention.Head >= 0 && mention.Head < Count && Longer(mention, mentionAt[mention.Head]))
        {
            mentionAt[mention.Head] = mention;
        }

        (int from, int to) = TokensIn(mention.Span);
        for (int i = from; i < to; i++)
        {
            if (Longer(mention, mentionOver[i]))
            {
                mentionOver[i] = mention;
            }
        }
    }

    public void Add(QuantityMention quantity)
    {
        Quantities.Add(quantity);
        if (quantity.Head >= 0 && quantity.Head < Count)
        {
            quantityAt[quantity.Head] = quantity;
        }

        if (quantity.Counted is int counted && counted >= 0 && counted < Count)
        {
            quantityAt[counted] ??= quantity;
        }
    }

    /// <summary>The half-open range of tokens that touch the span.</summary>
    public (int From, int To) TokensIn(TextSpan span)
    {
        int from = 0;
        while (from < Count && this[from].Span.End <= span.Begin)
        {
            from++;
        }

        int to = from;
        while (to < Count && this[to].Span.Begin < span.End)
        {
            to++;
        }

        return (from, to);
    }

    /// <summary>The word in the span that is governed from outside it; -1 when the span holds none.</summary>
    public int HeadOf(TextSpan span)
    {
        (int from, int to) = TokensIn(span);
        for (int i = from; i < to; i++)
        {
            if ((Head(i) < from || Head(i) >= to) && this[i].Upos != "PUNCT")
            {
                return i;
            }
        }

        return from < to ? from : -1;
    }

    public int Child(int token, string relation)
    {
        foreach (int child in Children(token))
        {
            if (relations[child] == relation)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The first child with a relation that a preposition marks; -1: none.</summary>
    public int Child(int token, string relation, string preposition)
    {
        foreach (int child in Children(token))
        {
            if (relations[child] == relation && HasCase(child, preposition))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The preposition (or several, as "because of") that marks a nominal; "" when bare.</summary>
    public string Case(int token)
    {
        foreach (int child in Children(token))
        {
            if ((relations[child] == "case" && this[child].Upos != "PART") || (relations[child] == "mark" && this[token].Xpos == "VBG" && Lexicon.In("names-deed", lemmas[child])))
            {
                return lemmas[child];
            }
        }

        return "";
    }

    public bool HasCase(int token, string word)
    {
        foreach (int child in Children(token))
        {
            if (relations[child] == "case" && lemmas[child] == word)
            {
                return true;
            }
        }

        return false;
    }

    public bool HasMark(int token, string word)
    {
        foreach (int child in Children(token))
        {
            if (relations[child] == "mark" && lemmas[child] == word)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a semicolon stands between two words, in whatever order they come: behind it another thing is told.</summary>
    public bool IsParted(int a, int b)
    {
        for (int i = Math.Min(a, b) + 1; i < Math.Max(a, b); i++)
        {
            if (this[i].Form == ";")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Edges between two words in the tree.</summary>
    public int Distance(int a, int b)
    {
        int edges = 0;
        while (a != b)
        {
            if (depths[a] >= depths[b])
            {
                a = Head(a);
            }
            else
            {
                b = Head(b);
            }

            if (a < 0 || b < 0)
            {
                return 100;
            }

            edges++;
        }

        return edges;
    }

    /// <summary>Is the word the ancestor itself or governed, near or far, by it?</summary>
    public bool Dominates(int ancestor, int token)
    {
        while (token >= 0 && depths[token] > depths[ancestor])
        {
            token = Head(token);
        }

        return token == ancestor;
    }

    /// <summary>Steps to the root.</summary>
    public int Depth(int token) => depths[token];

    public static ImmutableArray<SentenceView> All(Analysis analysis, Lexicon lexicon)
    {
        var views = ImmutableArray.CreateBuilder<SentenceView>(analysis.Sentences.Length);
        foreach (Sentence sentence in analysis.Sentences)
        {
            views.Add(new SentenceView(sentence, analysis, lexicon));
        }

        foreach (Mention mention in analysis.Mentions)
        {
            views[mention.Sentence].Add(mention);
        }

        foreach (Mention mention in analysis.Marked)
        {
            if (mention.Kind == MentionKind.Location && mention.Head >= 0 && views[mention.Sentence] is var view && view[mention.Head].Upos == "PROPN" && view.MentionOver(mention.Head) is null)
            {
                view.MarkedPlaces.Add(mention.Head);
            }
        }

        foreach (QuantityMention quantity in analysis.Quantities)
        {
            views[quantity.Sentence].Add(quantity);
        }

        foreach (TimeMention time in analysis.Times)
        {
            views[time.Sentence].Times.Add(time);
        }

        foreach (PlaceMention place in analysis.Places)
        {
            views[place.Sentence].Places.Add(place);
        }

        return views.MoveToImmutable();
    }

    private static int[] Depths(Sentence sentence)
    {
        var depths = new int[sentence.Tokens.Length];
        for (int i = 0; i < depths.Length; i++)
        {
            int depth = 0;
            for (int x = sentence.Tokens[i].Head; x >= 0 && depth <= depths.Length; x = sentence.Tokens[x].Head)
            {
                depth++;
            }

            depths[i] = depth;
        }

        return depths;
    }

    private static bool Longer(Mention candidate, Mention? held) =>
        held is null || candidate.Span.Length > held.Span.Length || (candidate.Span.Length == held.Span.Length && held.Actor is null && candidate.Actor is not null);
}
