using System.Collections.Immutable;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// What an article shows of one member of its cast, as hashed rows with weights: who it is and the article, and for each place that names
/// it what governs it there, what the patterns make of it, and the sentence. Each family has unit length times its weight.
/// </summary>
internal sealed class IncidentFeatures
{
    public const int Bits = 18;

    private const float WhoWeight = 1.5f, GovernorWeight = 1.5f, PatternWeight = 1.8f, SentenceWeight = 1.2f, ArticleWeight = 0.8f;
    private readonly HashSet<int> seen = [];
    private HashedRows open;

    private IncidentFeatures(HashedRows article)
    {
        Article = article;
        Who = open = new HashedRows(Bits);
    }

    /// <summary>One for the whole cast.</summary>
    public HashedRows Article { get; }

    public HashedRows Who { get; }

    /// <summary>In the order of the member's places.</summary>
    public List<HashedRows> Places { get; } = [];

    /// <summary>One for each member, in order.</summary>
    public static ImmutableArray<IncidentFeatures> Of(ImmutableArray<CastMember> cast, IReadOnlyList<SentenceView> views, IReadOnlyList<Draft> drafts)
    {
        ILookup<int, Draft> told = drafts.ToLookup(d => d.Sentence);
        HashedRows article = ArticleOf(views, drafts);
        return [.. cast.Select(member => One(member, told, article))];
    }

    private static IncidentFeatures One(CastMember member, ILookup<int, Draft> told, HashedRows article)
    {
        var features = new IncidentFeatures(article);
        CastPlace first = member.Places[0];
        foreach (CastPlace place in member.Places)
        {
            features.Named(place);
        }

        uint often = (uint)Math.Min(6, member.Places.Length);
        features.Add(1, often);
        features.Add(2, (uint)Math.Min(6, first.View.Index));
        features.Add(23, often, Make(first));
        features.Close(WhoWeight);
        foreach (CastPlace place in member.Places)
        {
            features.open = new HashedRows(Bits);
            features.Governors(place);
            features.Close(GovernorWeight);
            features.Patterns(place, told);
            features.Close(PatternWeight);
            features.Words(place);
            features.Close(SentenceWeight);
            features.Places.Add(features.open);
        }

        return features;
    }

    private static HashedRows ArticleOf(IReadOnlyList<SentenceView> views, IReadOnlyList<Draft> drafts)
    {
        var features = new IncidentFeatures(new HashedRows(Bits));
        foreach (SentenceView s in views)
        {
            for (int i = 0; i < s.Count; i++)
            {
                if (s[i].Upos is "NOUN" or "VERB" or "ADJ" or "PROPN" or "PRON")
                {
                    features.Add(3, Hash(s.Lemma(i)));
                }
            }
        }

        foreach (Draft draft in drafts)
        {
            features.Add(4, Hash(draft.Match.Rule.Value), (uint)Math.Min(3, draft.Sentence));
            features.Add(5, Hash(draft.Type), (uint)draft.Factuality);
        }

        features.Add(6, (uint)Math.Min(12, views.Count / 3));
        features.Add(7, (uint)Math.Min(12, drafts.Count(d => d.Type == "ASSAULT")));
        features.Close(ArticleWeight);
        return features.Who;
    }

    private void Named(CastPlace place)
    {
        (SentenceView s, int token, int last) = (place.View, place.Token, place.Last);
        uint make = Make(place);
        string name = s.Lemma(last);
        Add(10, Hash(name));
        Add(24, make, Hash(s[token].Xpos));
        Add(25, make, FeatureKeys.Hash(name.AsSpan(Math.Max(0, name.Length - 3))));
        Add(26, make, FeatureKeys.Hash(name.AsSpan(0, Math.Min(4, name.Length))));
        Add(27, make, Hash(s.MentionAt(token)?.Class ?? ""), Hash(s.MentionAt(token)?.Role ?? ""));
        Add(11, Hash(s[token].Xpos));
        Add(22, Sort(place), (uint)Math.Min(6, s.Index));
        if (PartyReader.Read(s, token, default) is { } party)
        {
            Add(12, Hash(party.Kind), Hash(party.Class ?? ""));
            Add(13, Hash(party.ActorId ?? ""));
            Add(14, Hash(party.Class ?? ""), party.ActorId is null ? 0u : 1u);
        }

        Add(15, (uint)(s.MentionAt(token)?.Kind ?? (MentionKind)99), s[token].Upos == "PROPN" ? 1u : 0u);
        Add(16, Hash(s.MentionAt(token)?.Country ?? ""));
        if (s.Lexicon.MeansOf(s.Lemma(token)) is { } means)
        {
            Add(17, Hash(means.Kind));
        }

        (int from, int to) = s.TokensIn(PartyReader.Phrase(s, token));
        for (int i = from; i < to; i++)
        {
            Add(18, Hash(s.Lemma(i)));
            if (i != token)
            {
                Add(19, Hash(s.Lemma(i)), Hash(name));
                Add(28, Hash(s.Lemma(i)), make);
            }
        }

        foreach (int child in s.Children(token))
        {
            if (s.Relation(child) is "appos" or "nmod" or "acl" or "nummod" or "amod" or "det")
            {
                uint lemma = s.Relation(child) == "nummod" ? 0 : Hash(s.Lemma(child));
                Add(20, Hash(s.Relation(child)), lemma);
                Add(29, Hash(s.Relation(child)), lemma, make);
            }
        }

        if (s.Relation(token) is "appos" && s.Head(token) >= 0)
        {
            Add(21, Hash(s.Lemma(s.Head(token))));
        }
    }

    private void Governors(CastPlace place)
    {
        (SentenceView s, int token) = (place.View, place.Token);
        int at = token;
        // A conjunct stands where the first of them stands.
        for (int i = 0; i < 6 && s.Relation(at) is "conj" or "appos" && s.Head(at) >= 0; i++)
        {
            at = s.Head(at);
        }

        uint own = Hash(s.Deprel(at)), preposition = Hash(s.Case(at)), make = Make(place), way = own * 31 + preposition;
        Add(30, own, preposition);
        Add(70, own, preposition, make);
        int head = s.Head(at);
        for (uint steps = 0; head >= 0 && steps < 3; steps++, head = s.Head(head))
        {
            uint lemma = Hash(s.Lemma(head));
            Add(31, steps, lemma);
            Add(39, Sort(place), steps, lemma);
            Add(32, lemma, own, preposition);
            Add(71, make, steps, lemma);
            Add(72, lemma, own * 31 + preposition, make);
            Add(73, way, lemma);
            Add(74, way, lemma, make);
            if (steps == 0)
            {
                Add(33, Hash(s.Lemma(place.Last)), lemma, own);
                Add(38, Sort(place), lemma, own);
            }

            foreach (int child in s.Children(head))
            {
                if (child == at)
                {
                    continue;
                }

                switch (s.Relation(child))
                {
                    case "obj" or "nsubj" or "obl" or "xcomp" or "compound" or "nmod":
                        Add(34, lemma, Hash(s.Deprel(child)), Hash(s.Lemma(child)));
                        Add(35, own, Hash(s.Deprel(child)), Hash(s.Lemma(child)));
                        if (steps == 0)
                        {
                            Add(75, make * 31 + own, Hash(s.Deprel(child)), Hash(s.Lemma(child)));
                        }

                        break;
                    case "aux" or "advmod" or "mark":
                        Add(36, steps, Hash(s.Lemma(child)));
                        break;
                }
            }

            Add(37, steps, Hash(s[head].Xpos), own);
            way = (way * 31 + Hash(s.Deprel(head))) * 31 + Hash(s.Case(head));
        }
    }

    private void Patterns(CastPlace place, ILookup<int, Draft> told)
    {
        (SentenceView s, int token) = (place.View, place.Token);
        TextSpan span = s[token].Span;
        uint sort = Sort(place), make = Make(place);
        bool any = false;
        int least = int.MaxValue;
        (uint Role, uint Word, uint Type) nearest = default;
        foreach (Draft draft in told[s.Index])
        {
            uint rule = Hash(draft.Match.Rule.Value), type = Hash(draft.Type), word = Hash(s.Lemma(draft.Token));
            uint role = Touches(draft.Initiators, span) ? 1u : Touches(draft.Victims, span) ? 2u : Touches(draft.Targets, span) ? 3u : draft.Means.Any(m => m.Evidence.Span?.Overlaps(span) == true) ? 4u : 0u;
            any |= role > 0;
            int away = draft.Tokens.Min(t => Math.Abs(t - token));
            if (away < least && (role > 0 || IncidentReader.IsViolence(draft)))
            {
                (least, nearest) = (away, (role, word, type));
            }

            if (role > 0)
            {
                Add(40, role, rule);
                Add(55, role, sort, type);
                Add(56, role, sort, rule);
                Add(41, role, type, (uint)draft.Factuality);
                Add(42, role, word);
                Add(80, role * 31 + make, word);
                Add(81, role * 31 + make, type, (uint)draft.Factuality);
                Add(43, role, (uint)Math.Min(8, draft.Sentence));
                foreach (string mode in draft.Modes)
                {
                    Add(44, role, Hash(mode));
                    Add(82, role, Hash(mode), make);
                }

                Add(45, role, draft.Tolls.IsEmpty ? 0u : 1u, (draft.Place is null ? 0u : 1u) + (draft.Time is null ? 0u : 2u));
                foreach (Role other in draft.Initiators)
                {
                    Add(46, role, Hash(other.Party.Class ?? ""), Hash(other.Party.Kind));
                }

                foreach (Role other in draft.Targets.Concat(draft.Victims))
                {
                    Add(47, role, Hash(other.Party.Class ?? ""), Hash(other.Party.Kind));
                }
            }
            else if (IncidentReader.IsViolence(draft))
            {
                int distance = draft.Tokens.Min(t => s.Distance(t, token));
                Add(48, rule, (uint)Math.Min(4, distance), Hash(s.Deprel(token)));
                Add(53, sort, rule, (uint)Math.Min(4, distance));
                Add(54, sort, word, token < draft.Token ? 0u : 1u);
                Add(49, word, token < draft.Token ? 0u : 1u);
                uint near = away < 3 ? 0u : away < 6 ? 1u : away < 12 ? 2u : 3u;
                Add(83, make, word, near * 2 + (token < draft.Token ? 0u : 1u));
                Add(84, make, type, near * 16 + (uint)draft.Factuality);
            }
        }

        if (least < int.MaxValue)
        {
            Add(85, make, nearest.Role, nearest.Word);
            Add(86, sort, nearest.Role * 31 + nearest.Type, (uint)Math.Min(10, least));
        }

        Add(50, any ? 1u : 0u, sort);
        Add(57, told[s.Index].Any(d => d.Type == "ASSAULT") ? 1u : 0u, sort, (uint)Math.Min(5, s.Index));
        foreach (Draft before in told[s.Index - 1])
        {
            Add(51, Hash(before.Match.Rule.Value), sort);
            Add(87, Hash(before.Type), make);
        }

        foreach (Draft after in told[s.Index + 1])
        {
            Add(52, Hash(after.Match.Rule.Value), sort);
            Add(88, Hash(after.Type), make);
        }
    }

    private void Words(CastPlace place)
    {
        (SentenceView s, int token) = (place.View, place.Token);
        uint sort = Sort(place), make = Make(place);
        Add(64, (uint)Math.Min(8, s.Index), make);
        for (int i = 0; i < s.Count; i++)
        {
            if (s[i].Upos is "NOUN" or "VERB" or "ADJ" or "PROPN" or "ADV")
            {
                Add(60, Hash(s.Lemma(i)));
                Add(65, Hash(s.Lemma(i)), make);
                if (Math.Abs(i - token) <= 6)
                {
                    Add(61, Hash(s.Lemma(i)), i < token ? 0u : 1u);
                    Add(63, Hash(s.Lemma(i)), sort);
                }
            }
        }

        for (int d = -3; d <= 3; d++)
        {
            if (d != 0 && token + d >= 0 && token + d < s.Count)
            {
                Add(62, (uint)(d + 3), Hash(s.Lemma(token + d)));
                Add(66, (uint)(d + 3), Hash(s.Lemma(token + d)), make);
            }
        }
    }

    /// <summary>What sort of thing the words name: of a noun its kind and class, of a name what it was read as.</summary>
    private static uint Sort(CastPlace place)
    {
        (SentenceView s, int token) = (place.View, place.Token);
        return s.PartyNoun(token) is { } noun ? Hash(noun.Kind) * 31 + Hash(noun.Class ?? "")
            : s.Lexicon.MeansOf(s.Lemma(token)) is { } means ? Hash(means.Kind) * 37
            : s.MentionAt(token) is { } mention ? 3 + (uint)mention.Kind * 2 + (mention.Actor is null ? 0u : 1u)
            : s[token].Upos == "PROPN" ? 1u : 2u;
    }

    /// <summary>Coarser than <see cref="Sort"/>: what a name was read as, of a noun its kind alone.</summary>
    private static uint Make(CastPlace place)
    {
        (SentenceView s, int token) = (place.View, place.Token);
        return s[token].Upos == "PROPN" ? s.MentionAt(token) is { } mention ? 10 + (uint)mention.Kind * 2 + (mention.Actor is null ? 0u : 1u) : 1u
            : s.Lexicon.MeansOf(s.Lemma(token)) is not null ? 2u
            : s.PartyNoun(token) is { } noun ? Hash(noun.Kind)
            : 3u;
    }

    private static bool Touches(ImmutableArray<Role> roles, TextSpan span) => roles.Any(r => r.Party.Evidence.Span?.Contains(span) == true);

    private static uint Hash(string word) => FeatureKeys.Hash(word);

    private void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        int row = (int)(FeatureKeys.Key(template, a, b, c) >> (32 - Bits));
        if (seen.Add(row))
        {
            open.Add(row);
        }
    }

    /// <summary>Brings the features since the last call to the length of the family's weight.</summary>
    private void Close(float weight)
    {
        open.Close(weight);
        seen.Clear();
    }
}
