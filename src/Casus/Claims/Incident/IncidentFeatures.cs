using System.Collections.Immutable;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// What an article shows of one member of its cast, as hashed rows with weights: who it is, what governs it wherever it is named, what the
/// patterns make of it, the sentences it stands in, and the article. Each family has unit length times its weight.
/// </summary>
internal sealed class IncidentFeatures
{
    public const int Bits = 17;

    private const float WhoWeight = 1.5f, GovernorWeight = 1.5f, PatternWeight = 1.8f, SentenceWeight = 1.2f, ArticleWeight = 0.8f;
    private readonly HashSet<int> seen = [];

    public HashedRows Rows { get; } = new(Bits);

    /// <summary>One for each member, in order.</summary>
    public static ImmutableArray<IncidentFeatures> Of(ImmutableArray<CastMember> cast, IReadOnlyList<SentenceView> views, IReadOnlyList<Draft> drafts)
    {
        ILookup<int, Draft> told = drafts.ToLookup(d => d.Sentence);
        IncidentFeatures article = Article(views, drafts);
        return [.. cast.Select(member => One(member, told, article))];
    }

    private static IncidentFeatures One(CastMember member, ILookup<int, Draft> told, IncidentFeatures article)
    {
        var features = new IncidentFeatures();
        foreach (CastPlace place in member.Places)
        {
            features.Who(place);
        }

        features.Add(1, (uint)Math.Min(6, member.Places.Length));
        features.Add(2, (uint)Math.Min(6, member.Places[0].View.Index));
        features.Close(WhoWeight);
        foreach (CastPlace place in member.Places)
        {
            features.Governors(place);
        }

        features.Close(GovernorWeight);
        foreach (CastPlace place in member.Places)
        {
            features.Patterns(place, told);
        }

        features.Close(PatternWeight);
        foreach (CastPlace place in member.Places)
        {
            features.Words(place);
        }

        features.Close(SentenceWeight);
        features.Rows.Append(article.Rows);
        return features;
    }

    private static IncidentFeatures Article(IReadOnlyList<SentenceView> views, IReadOnlyList<Draft> drafts)
    {
        var features = new IncidentFeatures();
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
        return features;
    }

    private void Who(CastPlace place)
    {
        (SentenceView s, int token, int last) = (place.View, place.Token, place.Last);
        Add(10, Hash(s.Lemma(last)));
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
                Add(19, Hash(s.Lemma(i)), Hash(s.Lemma(last)));
            }
        }

        foreach (int child in s.Children(token))
        {
            if (s.Relation(child) is "appos" or "nmod" or "acl" or "nummod")
            {
                Add(20, Hash(s.Relation(child)), s.Relation(child) == "nummod" ? 0 : Hash(s.Lemma(child)));
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

        uint own = Hash(s.Deprel(at)), preposition = Hash(s.Case(at));
        Add(30, own, preposition);
        int head = s.Head(at);
        for (uint steps = 0; head >= 0 && steps < 3; steps++, head = s.Head(head))
        {
            uint lemma = Hash(s.Lemma(head));
            Add(31, steps, lemma);
            Add(39, Sort(place), steps, lemma);
            Add(32, lemma, own, preposition);
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
                        break;
                    case "aux" or "advmod" or "mark":
                        Add(36, steps, Hash(s.Lemma(child)));
                        break;
                }
            }

            Add(37, steps, Hash(s[head].Xpos), own);
        }
    }

    private void Patterns(CastPlace place, ILookup<int, Draft> told)
    {
        (SentenceView s, int token) = (place.View, place.Token);
        TextSpan span = s[token].Span;
        uint sort = Sort(place);
        bool any = false;
        foreach (Draft draft in told[s.Index])
        {
            uint rule = Hash(draft.Match.Rule.Value), type = Hash(draft.Type), word = Hash(s.Lemma(draft.Token));
            uint role = Touches(draft.Initiators, span) ? 1u : Touches(draft.Victims, span) ? 2u : Touches(draft.Targets, span) ? 3u : draft.Means.Any(m => m.Evidence.Span?.Overlaps(span) == true) ? 4u : 0u;
            any |= role > 0;
            if (role > 0)
            {
                Add(40, role, rule);
                Add(55, role, sort, type);
                Add(56, role, sort, rule);
                Add(41, role, type, (uint)draft.Factuality);
                Add(42, role, word);
                Add(43, role, (uint)Math.Min(8, draft.Sentence));
                foreach (string mode in draft.Modes)
                {
                    Add(44, role, Hash(mode));
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
            else if (draft.Type is "ASSAULT" or "COERCE")
            {
                int distance = draft.Tokens.Min(t => s.Distance(t, token));
                Add(48, rule, (uint)Math.Min(4, distance), Hash(s.Deprel(token)));
                Add(53, sort, rule, (uint)Math.Min(4, distance));
                Add(54, sort, word, token < draft.Token ? 0u : 1u);
                Add(49, word, token < draft.Token ? 0u : 1u);
            }
        }

        Add(50, any ? 1u : 0u, sort);
        Add(57, told[s.Index].Any(d => d.Type == "ASSAULT") ? 1u : 0u, sort, (uint)Math.Min(5, s.Index));
        foreach (Draft before in told[s.Index - 1])
        {
            Add(51, Hash(before.Match.Rule.Value), sort);
        }

        foreach (Draft after in told[s.Index + 1])
        {
            Add(52, Hash(after.Match.Rule.Value), sort);
        }
    }

    private void Words(CastPlace place)
    {
        (SentenceView s, int token) = (place.View, place.Token);
        uint sort = Sort(place);
        for (int i = 0; i < s.Count; i++)
        {
            if (s[i].Upos is "NOUN" or "VERB" or "ADJ" or "PROPN" or "ADV")
            {
                Add(60, Hash(s.Lemma(i)));
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

    private static bool Touches(ImmutableArray<Role> roles, TextSpan span) => roles.Any(r => r.Party.Evidence.Span?.Contains(span) == true);

    private static uint Hash(string word) => FeatureKeys.Hash(word);

    private void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        int row = (int)(FeatureKeys.Key(template, a, b, c) >> (32 - Bits));
        if (seen.Add(row))
        {
            Rows.Add(row);
        }
    }

    /// <summary>Brings the features since the last call to the length of the family's weight.</summary>
    private void Close(float weight)
    {
        Rows.Close(weight);
        seen.Clear();
    }
}
