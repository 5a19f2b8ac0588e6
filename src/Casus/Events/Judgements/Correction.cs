using System.Collections.Immutable;
using System.Globalization;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>The value that a "correct" judgement gives, read from its words.</summary>
public abstract record Correction
{
    /// <summary>What may be corrected: these, and every kind of toll in lower case.</summary>
    public static ImmutableArray<string> Fields { get; } = ["type", "factuality", "time", "place", "initiators", "targets", .. Enum.GetValues<TollKind>().Select(k => k.ToString().ToLowerInvariant())];

    /// <summary>For what is not there at all.</summary>
    public const string Nothing = "none";

    /// <summary>
    /// Tolls: "46", "46-50", "46+", "none". Time: "2024-12-24", "2024-12", "2024" or two days with "/" between. Place: an id or a name that only one place has. Parties:
    /// ids or names of actors, or "=words" for people whom knowledge/ does not have, with ";" between. Type: one of the sixteen. Factuality: a word of <see cref="Factuality"/>.
    /// </summary>
    /// <returns>The correction, or what is wrong with the words.</returns>
    public static (Correction? Value, string? Problem) Parse(string field, string value, KnowledgeBase knowledge) => field switch
    {
        "type" => knowledge.Ontology.Find(value.ToUpperInvariant()) is { } type
            ? (new CorrectedType(type.Name, type.Quad), null)
            : (null, $"{value} is no type: {string.Join(", ", knowledge.Ontology.Types.Select(t => t.Name))}."),
        "factuality" => Enum.TryParse(value, ignoreCase: true, out Factuality factuality) && Enum.IsDefined(factuality)
            ? (new CorrectedFactuality(factuality), null)
            : (null, $"{value} is none of {string.Join(", ", Enum.GetNames<Factuality>()).ToLowerInvariant()}."),
        "time" => Time(value),
        "place" => Place(value, knowledge.Places),
        "initiators" or "targets" => Parties(field, value, knowledge.Actors),
        _ => Enum.TryParse(field, ignoreCase: true, out TollKind kind) && Enum.IsDefined(kind)
            ? Toll(kind, value)
            : (null, $"{field} is no field that can be corrected: {string.Join(", ", Fields)}."),
    };

    private static (Correction?, string?) Toll(TollKind kind, string value)
    {
        if (value == Nothing)
        {
            return (new CorrectedToll(kind, null, null), null);
        }

        string[] bounds = value.TrimEnd('+').Split('-', '–');
        bool open = value.EndsWith('+');
        if (bounds.Length <= (open ? 1 : 2) && Number(bounds[0], out long min) && Number(bounds[^1], out long max) && min <= max)
        {
            return (new CorrectedToll(kind, min, open ? null : max), null);
        }

        return (null, $"{value} is no count: write 46, 46-50, 46+ for at least 46, or {Nothing}.");
    }

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static (Correction?, string?) Time(string value)
    {
        string[] ends = value.Split('/');
        if (ends.Length <= 2 && Days(ends[0]) is { } first && Days(ends[^1]) is { } last && first.From <= last.To)
        {
            return (new CorrectedTime(value, ends.Length == 1 ? first.Precision : "range", first.From, last.To), null);
        }

        return (null, $"{value} is no time: write 2024-12-24, 2024-12, 2024, or two of them with / between.");
    }

    private static (DateOnly From, DateOnly To, string Precision)? Days(string text)
    {
        foreach ((string format, string precision) in new[] { ("yyyy-MM-dd", "day"), ("yyyy-MM", "month"), ("yyyy", "year") })
        {
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return (day, precision switch { "day" => day, "month" => day.AddMonths(1).AddDays(-1), _ => new DateOnly(day.Year, 12, 31) }, precision);
            }
        }

        return null;
    }

    private static (Correction?, string?) Place(string value, PlaceCatalogue places)
    {
        if (value == Nothing)
        {
            return (new CorrectedPlace(null), null);
        }

        IReadOnlyList<Place> named = places.Find(value) is { } known ? [known] : places.Named(value);
        return named.Count switch
        {
            1 => (new CorrectedPlace(named[0]), null),
            0 => (null, $"No place is called {value}: add it to knowledge/places, or write {Nothing}."),
            _ => (null, $"Several places are called {value}: give the id, one of {string.Join(", ", named.Select(p => p.Id).Distinct().Order(StringComparer.Ordinal).Take(8))}."),
        };
    }

    private static (Correction?, string?) Parties(string field, string value, ActorCatalogue actors)
    {
        var parties = ImmutableArray.CreateBuilder<EventParty>();
        foreach (string name in value == Nothing ? [] : value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (name.StartsWith('='))
            {
                parties.Add(new EventParty(null, name[1..].Trim(), null));
                continue;
            }

            Actor[] known = actors.Find(name) is { } one ? [one] : [.. actors.All.Where(a => a.Names.Any(n => n.Text.Equals(name, StringComparison.OrdinalIgnoreCase)))];
            if (known.Length != 1)
            {
                string which = known.Length == 0 ? "No actor is" : "Several actors are";
                return (null, $"{which} called {name}: give an id of knowledge/actors{(known.Length == 0 ? "" : $" ({string.Join(", ", known.Select(a => a.Id).Take(6))})")}, or ={name} for the words alone.");
            }

            parties.Add(new EventParty(known[0].Id, known[0].Name, known[0].RoleOn(null).Class));
        }

        return value == Nothing || parties.Count > 0 ? (new CorrectedParties(field, parties.ToImmutable()), null) : (null, $"Nobody is named: write actors with ; between, or {Nothing}.");
    }
}

public sealed record CorrectedType(string Type, int Quad) : Correction;

public sealed record CorrectedFactuality(Factuality Factuality) : Correction;

public sealed record CorrectedTime(string Value, string Precision, DateOnly From, DateOnly To) : Correction;

/// <param name="Place">Null: no place is told.</param>
public sealed record CorrectedPlace(Place? Place) : Correction;

/// <param name="Role">"initiators" or "targets".</param>
/// <param name="Parties">Empty: nobody is named.</param>
public sealed record CorrectedParties(string Role, ImmutableArray<EventParty> Parties) : Correction;

/// <param name="Min">Null: nothing is told of this kind.</param>
/// <param name="Max">Null: no upper bound.</param>
public sealed record CorrectedToll(TollKind Kind, long? Min, long? Max) : Correction;
