using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Whose "troops" or "police" a country's are on a day: those of actors/forces, else COUNTRY.MIL and the like.</summary>
internal sealed class ForcesOfCountries
{
    private readonly ActorCatalogue actors;
    private readonly Dictionary<(string Country, string Role), List<(string Actor, DateOnly? From, DateOnly? Until)>> forces = [];

    public ForcesOfCountries(KnowledgeBase knowledge)
    {
        actors = knowledge.Actors;
        KnowledgeTable table = knowledge.Tables["actors/forces"];
        int country = table.Column("alpha3"), role = table.Column("role"), actor = table.Column("actor"), from = table.Column("from"), until = table.Column("until");
        foreach (KnowledgeRow row in table.Rows)
        {
            (string, string) key = (row[country], row[role]);
            if (!forces.TryGetValue(key, out List<(string Actor, DateOnly? From, DateOnly? Until)>? list))
            {
                forces.Add(key, list = []);
            }

            Dates.Try(row[from], false, out DateOnly? first);
            Dates.Try(row[until], true, out DateOnly? last);
            list.Add((row[actor], first, last));
        }
    }

    /// <param name="role">As in actors/generic: "MIL", "COP", "GOV" …</param>
    /// <param name="day">Null: as things stand now.</param>
    /// <returns>Null when knowledge has no such body.</returns>
    public string? Find(string country, string role, DateOnly? day)
    {
        foreach ((string actor, DateOnly? from, DateOnly? until) in forces.TryGetValue((country, role), out List<(string Actor, DateOnly? From, DateOnly? Until)>? list) ? list : [])
        {
            if (day is null ? until is null : !(from > day) && !(until < day))
            {
                return actor;
            }
        }

        return actors.Find($"{country}.{role}")?.Id;
    }
}
