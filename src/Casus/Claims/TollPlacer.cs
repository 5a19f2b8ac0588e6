using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>Gives each count of people to the event it belongs to.</summary>
internal static class TollPlacer
{
    public static List<Draft> Place(SentenceView s, List<Draft> drafts, List<TollFound> tolls, HashSet<int> covered)
    {
        List<Draft> placed = [.. drafts];
        foreach (TollFound toll in tolls)
        {
            if (covered.Contains(toll.Token))
            {
                continue;
            }

            int at = Owner(s, placed, toll);
            if (at >= 0)
            {
                placed[at] = With(placed[at], toll);
            }
        }

        return placed;
    }

    public static Draft With(Draft draft, TollFound toll)
    {
        int held = -1;
        for (int i = 0; i < draft.Tolls.Length; i++)
        {
            if (draft.Tolls[i].Kind == toll.Toll.Kind)
            {
                held = i;
            }
        }

        Draft counted = held < 0
            ? draft with { Tolls = draft.Tolls.Add(toll.Toll) }
            : toll.Toll.Min > draft.Tolls[held].Min && !Vague(toll.Toll) || Vague(draft.Tolls[held])
                ? draft with { Tolls = draft.Tolls.SetItem(held, toll.Toll) }
                : draft;
        if (toll.Toll.Kind is not (TollKind.Killed or TollKind.Injured or TollKind.Abducted or TollKind.Missing) || draft.Type != "ASSAULT")
        {
            return counted;
        }

        foreach (int person in toll.People)
        {
            if (PartyReader.Read(toll.View, person, toll.Toll.Rule) is { } party && !counted.Victims.Any(v => RoleReader.Same(v.Party, party)) && !counted.Initiators.Any(v => RoleReader.Same(v.Party, party)))
            {
                counted = counted with { Victims = counted.Victims.Add(new Role(party, person)) };
            }
        }

        return counted;
    }

    public static bool Suits(TollKind kind, string type) => kind switch
    {
        TollKind.Killed or TollKind.Injured or TollKind.Missing => type is "ASSAULT" or "PROTEST" or "COERCE",
        TollKind.Abducted => type == "ASSAULT",
        TollKind.Arrested => type == "COERCE",
        TollKind.Displaced or TollKind.Expelled => type is "COERCE" or "SANCTION" or "ASSAULT",
        TollKind.Mobilized => type is "MOBILIZE" or "AID" or "COOPERATE",
        TollKind.Surrendered => type == "RETREAT",
        _ => false,
    };

    private static bool Vague(Toll toll) => toll.Max is null && toll.Approximate && toll.Min <= 2;

    private static int Owner(SentenceView s, List<Draft> drafts, TollFound toll)
    {
        int best = -1, least = int.MaxValue;
        for (int i = 0; i < drafts.Count; i++)
        {
            Draft draft = drafts[i];
            if (!Suits(toll.Toll.Kind, draft.Type) || (draft.Composed && !draft.Tokens.Contains(toll.Token)))
            {
                continue;
            }

            int distance = draft.Tokens.Min(t => s.Distance(t, toll.Token)) * 10;
            if (draft.Tokens.Contains(toll.Token))
            {
                distance = -100;
            }

            // "… came days after rebels attacked a post, killing six": a trailing participle belongs to the event before it.
            if (s[toll.Token].Xpos == "VBG" || s.Head(toll.Token) is >= 0 and var head && s[head].Xpos == "VBG" && s.Relation(head) == "advcl")
            {
                int before = draft.Tokens.Where(t => t < toll.Token).DefaultIfEmpty(-1).Max();
                distance = distance < 0 ? distance : before < 0 ? 500 : toll.Token - before;
            }

            distance += draft.Type == "ASSAULT" ? 0 : 25;
            if (distance < least)
            {
                (best, least) = (i, distance);
            }
        }

        return best;
    }
}
