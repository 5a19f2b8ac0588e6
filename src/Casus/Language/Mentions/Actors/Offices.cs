using System.Collections.Frozen;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Who holds an office on a day: "the Iranian foreign minister" of June 2023. Made of the dated ties in knowledge/actors.</summary>
internal sealed class Offices
{
    private readonly FrozenDictionary<(string Of, string Office), List<(string Holder, DateOnly? From, DateOnly? Until)>> holders;
    private readonly FrozenDictionary<string, (string Kind, string Means)> modifiers;

    public Offices(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["actors/modifiers"];
        int word = table.Column("word"), kind = table.Column("kind"), means = table.Column("means");
        modifiers = table.Rows.ToFrozenDictionary(r => r[word], r => (r[kind], r[means]), StringComparer.OrdinalIgnoreCase);
        var all = new Dictionary<(string, string), List<(string, DateOnly?, DateOnly?)>>();
        foreach (Actor person in knowledge.Actors.All.Where(a => a.Kind == "person"))
        {
            foreach (ActorTie tie in person.Ties)
            {
                if (tie.Office is null || tie.From is null || knowledge.Actors.Find(tie.To) is not { } body)
                {
                    continue;
                }

                string office = Plain(tie.Office);
                if (Modifies(office) == "many")
                {
                    continue;
                }

                Add(all, (body.Id, office), (person.Id, tie.From, tie.Until));
                if (body.Country is { } country && body.Id != country && body.Kind is "government" or "ministry" or "force")
                {
                    Add(all, (country, office), (person.Id, tie.From, tie.Until));
                }
            }
        }

        holders = all.ToFrozenDictionary();
    }

    /// <returns>Null when nobody or more than one is known to hold it on that day.</returns>
    public string? HolderOf(string body, string office, DateOnly day)
    {
        if (!holders.TryGetValue((body, Plain(office)), out List<(string Holder, DateOnly? From, DateOnly? Until)>? all))
        {
            return null;
        }

        string? found = null;
        foreach ((string holder, DateOnly? from, DateOnly? until) in all)
        {
            if (from > day || until < day || holder == found)
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = holder;
        }

        return found;
    }

    /// <summary>"qualifier", "past", "own", "many" or null: what the word says of the office or the owner beside it.</summary>
    public string? Modifies(string word) => modifiers.TryGetValue(word, out (string Kind, string Means) known) && known.Kind != "same" ? known.Kind : null;

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> all, TKey key, TValue value)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out List<TValue>? list))
        {
            all.Add(key, list = []);
        }

        list.Add(value);
    }

    /// <summary>One word for one office, without what only tells how it is held.</summary>
    private string Plain(string office)
    {
        string rest = office.ToLowerInvariant();
        while (rest.IndexOf(' ', StringComparison.Ordinal) is > 0 and int blank && Modifies(rest[..blank]) == "qualifier")
        {
            rest = rest[(blank + 1)..];
        }

        return modifiers.TryGetValue(rest, out (string Kind, string Means) known) && known.Kind == "same" ? known.Means : rest;
    }
}
