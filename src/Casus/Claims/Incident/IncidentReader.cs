using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Who and what takes part in the violence of an article printed in capitals, by <see cref="IncidentModel"/>. Without small letters names,
/// tags and trees are unsure, and the patterns take for parties what only stands near; there a party stands only where the model holds for it,
/// in one wording throughout, and the ones it holds for that no pattern found are given to the nearest violence. No event is added or taken away.
/// </summary>
internal static class IncidentReader
{
    public static readonly RuleId Rule = new("model.incident");

    /// <summary>Whether most of the article's text is printed in capitals.</summary>
    public static bool Speaks(Analysis analysis)
    {
        int capitals = 0, all = 0;
        foreach (Articles.Block block in analysis.Article.Blocks)
        {
            int length = block.Span.Length;
            all += length;
            capitals += TrueCaser.IsCapitals(block.Span.In(analysis.Article.Text)) ? length : 0;
        }

        return capitals * 2 > all;
    }

    /// <returns>As many drafts, in the same order.</returns>
    public static List<Draft> Read(IReadOnlyList<SentenceView> views, List<Draft> drafts, IncidentModel model)
    {
        ImmutableArray<CastMember> cast = Cast.Of(views);
        ImmutableArray<IncidentFeatures> features = IncidentFeatures.Of(cast, views, drafts);
        List<Draft> read = [.. drafts.Select(d => IsViolence(d) ? d with { Initiators = [], Targets = [], Victims = [], Means = [] } : d)];
        for (int i = 0; i < cast.Length; i++)
        {
            float[] likely = model.Likelihoods(features[i], out float[] heed);
            foreach (IncidentPart part in Enum.GetValues<IncidentPart>())
            {
                if (model.Holds(likely, part))
                {
                    Give(read, drafts, cast[i], part, MostHeard(cast[i], heed, part));
                }
            }
        }

        return read;
    }

    internal static bool IsViolence(Draft draft) => draft.Type is "ASSAULT" or "COERCE";

    /// <summary>The place that says most for the part, the earlier of two.</summary>
    private static CastPlace MostHeard(CastMember member, float[] heed, IncidentPart part)
    {
        int best = 0;
        for (int i = 1; i < member.Places.Length; i++)
        {
            best = heed[i * IncidentModel.Parts + (int)part] > heed[best * IncidentModel.Parts + (int)part] ? i : best;
        }

        return member.Places[best];
    }

    /// <summary>To every violence whose patterns name it, else to the one nearest to the place that says so.</summary>
    private static void Give(List<Draft> read, List<Draft> drafts, CastMember member, IncidentPart part, CastPlace told)
    {
        CastPlace named = Named(member);
        bool given = false;
        for (int i = 0; i < read.Count; i++)
        {
            if (drafts[i].Type == "ASSAULT" && member.Places.Any(p => p.View == drafts[i].View && IsOf(drafts[i], p)))
            {
                read[i] = With(read[i], named, part);
                given = true;
            }
        }

        if (!given && Nearest(read, told) is >= 0 and var at)
        {
            read[at] = With(read[at], named, part);
        }
    }

    /// <summary>The first place with the longest name of a person, else the first.</summary>
    public static CastPlace Named(CastMember member)
    {
        CastPlace best = member.Places[0];
        foreach (CastPlace place in member.Places)
        {
            best = place.View[place.Token].Upos == "PROPN" && place.Last - place.Token > best.Last - best.Token ? place : best;
        }

        return best;
    }

    /// <summary>The words that stand for it when it is a party.</summary>
    public static string Words(CastPlace place) => PartyReader.Read(place.View, place.Token, Rule)?.Evidence.Quote ?? place.View[place.Last].Form;

    private static bool IsOf(Draft draft, CastPlace place)
    {
        TextSpan span = place.View[place.Token].Span;
        return draft.Initiators.Concat(draft.Targets).Concat(draft.Victims).Any(r => r.Token == place.Token) || draft.Means.Any(m => m.Evidence.Span?.Overlaps(span) == true);
    }

    /// <summary>The assault fewest sentences away from a place, the earlier of two; -1 when the article tells none.</summary>
    private static int Nearest(List<Draft> drafts, CastPlace told)
    {
        int best = -1, least = int.MaxValue;
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Type != "ASSAULT")
            {
                continue;
            }

            int far = Math.Abs(told.View.Index - drafts[i].Sentence) * 2 + (drafts[i].Factuality is Factuality.Asserted or Factuality.Reported ? 0 : 1);
            if (far < least)
            {
                (best, least) = (i, far);
            }
        }

        return best;
    }

    private static Draft With(Draft draft, CastPlace place, IncidentPart part)
    {
        SentenceView s = place.View;
        if (part == IncidentPart.Weapon)
        {
            TextSpan span = NounPhrase(s, place);
            var means = new Means(s.Analysis.Article.Quote(span), s.Lexicon.MeansOf(s.Lemma(place.Token))?.Kind ?? "weapon");
            return draft.Means.Contains(means) ? draft : draft with { Means = draft.Means.Add(means), Rules = Ruled(draft) };
        }

        if (PartyReader.Read(s, place.Token, Rule, implied: s != draft.View) is not { } party)
        {
            return draft;
        }

        var role = new Role(Playing(party, part), s == draft.View ? place.Token : -1);
        return part switch
        {
            IncidentPart.Perpetrator or IncidentPart.PerpetratorGroup => draft with { Initiators = Joined(draft.Initiators, role), Rules = Ruled(draft) },
            IncidentPart.Facility => draft with { Targets = Joined(draft.Targets, role), Rules = Ruled(draft) },
            _ => draft with { Victims = Joined(draft.Victims, role), Rules = Ruled(draft) },
        };
    }

    /// <summary>Men of a group are not the group; what is struck and is nobody is property.</summary>
    private static Party Playing(Party party, IncidentPart part) => part switch
    {
        IncidentPart.Perpetrator => party with { Resolution = null, Kind = "person" },
        IncidentPart.PerpetratorGroup => party with { Kind = "group" },
        IncidentPart.Facility => party with { Kind = "facility" },
        _ => party,
    };

    private static TextSpan NounPhrase(SentenceView s, CastPlace place)
    {
        TextSpan span = s[place.Token].Span;
        foreach (int child in s.Children(place.Token))
        {
            span = s.Relation(child) == "compound" && child == place.Token - 1 ? span.Cover(s[child].Span) : span;
        }

        return span;
    }

    private static ImmutableArray<Role> Joined(ImmutableArray<Role> roles, Role role) => roles.Any(r => r.Party.Evidence.Span == role.Party.Evidence.Span) ? roles : roles.Add(role);

    private static ImmutableArray<RuleId> Ruled(Draft draft) => draft.Rules.Contains(Rule) ? draft.Rules : draft.Rules.Add(Rule);
}
