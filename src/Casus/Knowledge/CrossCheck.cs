using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <summary>What one file says of another: every reference must lead somewhere and every id must be one thing's own.</summary>
internal static class CrossCheck
{
    public static void Ontology(Ontology ontology, ProblemList problems)
    {
        foreach (IGrouping<string, EventType> twice in ontology.Types.GroupBy(t => t.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Add("ontology/" + twice.Key.ToLowerInvariant() + ".yaml", 1, $"the type '{twice.Key}' is there twice", "keep one of them");
        }
    }

    public static void Patterns(IEnumerable<Pattern> patterns, Ontology ontology, IReadOnlyDictionary<string, KnowledgeTable> tables, ProblemList problems)
    {
        var seen = new Dictionary<string, Pattern>(StringComparer.Ordinal);
        foreach (Pattern pattern in patterns)
        {
            if (pattern.Id.Length > 0 && !seen.TryAdd(pattern.Id, pattern))
            {
                problems.Add(pattern.File, pattern.Line, $"the id '{pattern.Id}' is already at {seen[pattern.Id].File}:{seen[pattern.Id].Line}", "give each pattern its own id");
            }

            EventType? type = ontology.Find(pattern.Type);
            if (type is null && pattern.Type.Length > 0)
            {
                problems.Add(pattern.File, pattern.Line, $"unknown type '{pattern.Type}'", $"one of: {string.Join(", ", ontology.Types.Select(t => t.Name))}");
            }

            foreach (string mode in pattern.Modes.Concat(pattern.Yes.Select(y => y.Mode).OfType<string>()).Where(m => type is not null && type.Mode(m) is null))
            {
                problems.Add(pattern.File, pattern.Line, $"{pattern.Type} has no mode '{mode}'", $"one of: {string.Join(", ", type!.Modes.Select(m => m.Name))}");
            }

            foreach (string word in Words(pattern).Where(w => w.StartsWith('@') && !tables.ContainsKey("sets/" + w[1..])))
            {
                problems.Add(pattern.File, pattern.Line, $"no word set '{word}'", $"add sets/{word[1..]}.tsv or write the words");
            }
        }
    }

    private static IEnumerable<string> Words(Pattern pattern) =>
    [
        .. pattern.Require.Concat(pattern.Forbid).SelectMany(c => c.Words),
        .. pattern.Trigger.Verbs, .. pattern.Trigger.Nouns, .. pattern.Trigger.Adjectives,
    ];

    public static void Actors(IReadOnlyList<PlacedActor> actors, ProblemList problems)
    {
        var byId = new Dictionary<string, PlacedActor>(StringComparer.Ordinal);
        foreach (PlacedActor placed in actors)
        {
            if (placed.Actor.Id.Length > 0 && !byId.TryAdd(placed.Actor.Id, placed))
            {
                PlacedActor first = byId[placed.Actor.Id];
                problems.Add(placed.Path, placed.Line, $"the id '{placed.Actor.Id}' is already at {first.Path}:{first.Line}", "give each actor its own id");
            }
        }

        var lone = new Dictionary<string, List<(ActorName Name, PlacedActor Of)>>(StringComparer.Ordinal);
        foreach (PlacedActor placed in actors)
        {
            Actor actor = placed.Actor;
            if (actor.Country is { } country && !(byId.TryGetValue(country, out PlacedActor? state) && state.Actor.Kind == "country"))
            {
                problems.Add(placed.Path, placed.Line, $"'{actor.Id}' is of an unknown country '{country}'", "use an alpha3 code of actors/countries.tsv");
            }

            foreach (ActorTie tie in actor.Ties.Where(t => t.To.Length > 0 && !byId.ContainsKey(t.To)))
            {
                problems.Add(placed.Path, placed.Line, $"'{actor.Id}' is tied to an unknown actor '{tie.To}'", "mend the id or add that actor");
            }

            foreach (ActorName name in actor.Names.Where(n => n.Alone))
            {
                if (!lone.TryGetValue(name.Text, out List<(ActorName Name, PlacedActor Of)>? claims))
                {
                    lone.Add(name.Text, claims = []);
                }

                if (claims.FirstOrDefault(c => c.Of.Actor.Id != actor.Id && Overlap(c.Name, name)) is { Of: { } other })
                {
                    problems.Add(placed.Path, placed.Line, $"'{name.Text}' names both '{other.Actor.Id}' and '{actor.Id}' by itself", "put it under needs-context in at least one of them");
                }

                claims.Add((name, placed));
            }
        }
    }

    public static void Forces(IReadOnlyList<PlacedActor> actors, IReadOnlyDictionary<string, KnowledgeTable> tables, ProblemList problems)
    {
        if (!tables.TryGetValue("actors/forces", out KnowledgeTable? table))
        {
            return;
        }

        HashSet<string> ids = [.. actors.Select(a => a.Actor.Id)];
        int actor = table.Column("actor");
        foreach (KnowledgeRow row in table.Rows.Where(r => !ids.Contains(r[actor])))
        {
            problems.Add("actors/forces.tsv", row.Line, $"no actor '{row[actor]}'", "mend the id or add that actor");
        }
    }

    private static bool Overlap(ActorName a, ActorName b) => !(a.From > b.To) && !(b.From > a.To);

    public static void Places(IReadOnlyList<PlacedPlace> places, ProblemList problems)
    {
        var byId = new Dictionary<string, PlacedPlace>(StringComparer.Ordinal);
        foreach (PlacedPlace placed in places)
        {
            if (placed.Place.Id.Length > 0 && !byId.TryAdd(placed.Place.Id, placed))
            {
                PlacedPlace first = byId[placed.Place.Id];
                problems.Add(placed.Path, placed.Line, $"the id '{placed.Place.Id}' is already at {first.Path}:{first.Line}", "give each place its own id");
            }
        }

        ImmutableHashSet<string> countries = [.. places.Where(p => p.Place.Kind == "country").Select(p => p.Place.Country).OfType<string>()];
        foreach (PlacedPlace placed in places)
        {
            Place place = placed.Place;
            if (place.Country is { } country && !countries.Contains(country))
            {
                problems.Add(placed.Path, placed.Line, $"'{place.Id}' is in an unknown country '{country}'", "use an alpha3 code that a place of kind country carries");
            }

            if (place.Admin1 is { } admin1 && !(byId.TryGetValue(admin1, out PlacedPlace? division) && division.Place.Kind == "admin1"))
            {
                problems.Add(placed.Path, placed.Line, $"'{place.Id}' is in an unknown division '{admin1}'", "use the id of a place of kind admin1");
            }

            if (place.Latitude is null != (place.Longitude is null))
            {
                problems.Add(placed.Path, placed.Line, $"'{place.Id}' has one coordinate without the other", "give both or none");
            }
        }
    }
}
