using System.Collections.Immutable;
using System.Globalization;

namespace Casus.Knowledge;

/// <summary>
/// Compiled gazetteers beside the places of knowledge/: their rows become places when they are asked for. What knowledge has already
/// (the same GeoNames id, or a division that is one of its own) is given as knowledge has it.
/// </summary>
public sealed class Gazetteer
{
    public const string IdPrefix = "geonames:";

    /// <summary>Of one name at most so many places are weighed, the largest: San José has thousands.</summary>
    private const int MostOfOneName = 64;

    private readonly ImmutableArray<GazetteerIndex> indexes;
    private readonly ImmutableArray<string?[]> divisions;
    private readonly Dictionary<uint, Place> own = [];
    private readonly Dictionary<string, string> alpha3 = new(StringComparer.Ordinal);

    /// <param name="known">Places of knowledge/.</param>
    public Gazetteer(IEnumerable<GazetteerIndex> indexes, PlaceCatalogue known)
    {
        this.indexes = [.. indexes];
        foreach (Place place in known.All)
        {
            if (place.Geonames is > 0 and <= uint.MaxValue)
            {
                own.TryAdd((uint)place.Geonames, place);
            }

            if (place is { Kind: "country", Country: not null })
            {
                alpha3[place.Id] = place.Country;
            }
        }

        divisions = [.. this.indexes.Select(i => Divisions(i, known))];
    }

    /// <summary>One hash over all of them.</summary>
    public string Hash => indexes.Length == 1 ? indexes[0].Hash : ContentHash.Of([.. indexes.Select(i => i.Hash).Order(StringComparer.Ordinal)]);

    /// <summary>Null for an id that is not "geonames:N" or that none of them has.</summary>
    public Place? Find(string id)
    {
        if (!id.StartsWith(IdPrefix, StringComparison.Ordinal) || !uint.TryParse(id.AsSpan(IdPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out uint number))
        {
            return null;
        }

        for (int i = 0; i < indexes.Length; i++)
        {
            if (indexes[i].Find(number) is { } record)
            {
                return PlaceOf(i, record);
            }
        }

        return null;
    }

    /// <summary>Adds the places of a name whose capitals agree with the text, the largest first.</summary>
    /// <param name="key">As <see cref="NameKey"/> makes it.</param>
    /// <param name="casings">A bit for each <see cref="NameCasing"/> with which the text agrees.</param>
    public void Named(ulong key, int casings, List<Place> into)
    {
        for (int i = 0; i < indexes.Length; i++)
        {
            int taken = 0;
            foreach (NameRecord name in indexes[i].Named(key))
            {
                if (taken == MostOfOneName)
                {
                    break;
                }

                if ((casings & (1 << (int)name.Casing)) == 0)
                {
                    continue;
                }

                if (!own.TryGetValue(name.Id, out Place? place))
                {
                    place = indexes[i].Find(name.Id) is { } record ? PlaceOf(i, record) : null;
                }

                if (place is not null && !into.Exists(p => p.Id == place.Id))
                {
                    into.Add(place);
                    taken++;
                }
            }
        }
    }

    private Place PlaceOf(int at, in PlaceRecord record)
    {
        if (own.TryGetValue(record.Id, out Place? known))
        {
            return known;
        }

        GazetteerIndex index = indexes[at];
        string name = index.Text(record.Name), country = CountryOf(index.Division1(record.Division1));
        string? district = record.Division2 > 0 && index.Division2(record.Division2).Place is > 0 and uint division && index.Find(division) is { } found ? index.Text(found.Name) : null;
        return new Place(
            IdPrefix + record.Id.ToString(CultureInfo.InvariantCulture),
            name,
            KindName(record.Kind),
            alpha3.GetValueOrDefault(country),
            record.Kind is GazetteerKind.Country ? null : divisions[at][record.Division1],
            district ?? (record.Kind is GazetteerKind.Admin2 ? name : null),
            record.Latitude / 1e5,
            record.Longitude / 1e5,
            record.Id,
            record.Population,
            [name]);
    }

    private static string CountryOf(in DivisionRecord division) =>
        division.Country == 0 ? "" : string.Create(2, division.Country, (span, code) => (span[0], span[1]) = ((char)(byte)code, (char)(byte)(code >> 8)));

    private static string KindName(GazetteerKind kind) => kind switch
    {
        GazetteerKind.Country => "country",
        GazetteerKind.Admin1 => "admin1",
        GazetteerKind.Admin2 => "admin2",
        GazetteerKind.Town => "town",
        GazetteerKind.Point => "point",
        _ => "region",
    };

    /// <summary>
    /// The id of each first-level division. GeoNames has codes of its own, so what a code means is learned from the towns that knowledge
    /// places in an ISO division; where there is none, from the division's name, from letters that are the ISO code, else it is a division
    /// of the gazetteer.
    /// </summary>
    private string?[] Divisions(GazetteerIndex index, PlaceCatalogue known)
    {
        var votes = new Dictionary<(int Division, string Id), int>();
        foreach (Place place in known.All)
        {
            if (place is { Geonames: > 0 and <= uint.MaxValue, Admin1: { } id } && index.Find((uint)place.Geonames) is { } record)
            {
                votes[(record.Division1, id)] = votes.GetValueOrDefault((record.Division1, id)) + 1;
            }
        }

        var ids = new string?[index.DivisionCount];
        foreach (var won in votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key.Id, StringComparer.Ordinal))
        {
            ids[won.Key.Division] ??= won.Key.Id;
        }

        for (int i = 1; i < ids.Length; i++)
        {
            DivisionRecord division = index.Division1(i);
            string code = index.Text(division.Code), country = CountryOf(division);
            PlaceRecord? itself = division.Place > 0 ? index.Find(division.Place) : null;
            string? named = itself is { } record ? known.Named(index.Text(record.Name)).FirstOrDefault(p => p.Kind == "admin1" && p.Id.StartsWith(country + "-", StringComparison.Ordinal))?.Id : null;
            string iso = country + "-" + code;
            ids[i] = named ?? ids[i] ?? (code.Length > 0 && !code.Any(char.IsAsciiDigit) && known.Find(iso) is { Kind: "admin1" } ? iso : itself is null ? null : IdPrefix + division.Place.ToString(CultureInfo.InvariantCulture));
            if (itself is not null && ids[i] is { } own1 && known.Find(own1) is { } ours)
            {
                own.TryAdd(division.Place, ours);
            }
        }

        return ids;
    }
}
