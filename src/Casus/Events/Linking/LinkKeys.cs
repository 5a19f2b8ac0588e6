namespace Casus.Events;

/// <summary>
/// The blocks in which a claim is compared: its type within a week, each with what would not differ between two tellings (the division of the
/// place, a side's outermost whole, a toll), its type and day with the place's name, and its story. Two claims are compared when they share a block.
/// </summary>
/// <remarks>A claim stands in the week of each day that may be its own, at most <see cref="MostWeeks"/>; so do days that a night parts.</remarks>
public sealed class LinkKeys(ActorKinship kinship)
{
    private const int MostWeeks = 6, UndatedDays = 10, LeastToll = 3, NoWeek = -1, YearlessWeeks = -1000, HashBits = 44;

    /// <summary>64 bits each, ordered and distinct.</summary>
    public List<long> Of(LinkRow row)
    {
        List<long> keys = [Key(NoWeek, row.Type, "story", row.StoryId)];
        foreach (int week in Weeks(row.Time))
        {
            if ((row.Place ?? row.SettingPlace) is { } place)
            {
                keys.Add(Key(week, row.Type, "place", place.Admin1 ?? place.Id));
                if (place.Kind is not ("country" or "admin1"))
                {
                    // A town without its division on record meets tellings that name only its country by the sides.
                    keys.Add(Key(week, row.Type, "place", place.Id));
                }
            }

            foreach (string initiator in row.Initiators)
            {
                keys.Add(Key(week, row.Type, "initiator", kinship.Root(initiator)));
            }

            foreach (string target in row.Targets)
            {
                keys.Add(Key(week, row.Type, "target", kinship.Root(target)));
            }

            foreach (LinkToll toll in row.Tolls)
            {
                if (toll.Min >= LeastToll)
                {
                    keys.Add(Key(week, row.Type, "toll", toll.Kind.ToString(), toll.Min));
                }
            }

            if (row.IsBare && row.Place is null)
            {
                keys.Add(Key(week, row.Type, "bare", ""));
            }
        }

        if (row.LikelyDay is { } day)
        {
            AddNames(row, day, keys);
        }

        keys.Sort();
        int kept = 1;
        for (int i = 1; i < keys.Count; i++)
        {
            if (keys[i] != keys[i - 1])
            {
                keys[kept++] = keys[i];
            }
        }

        keys.RemoveRange(kept, keys.Count - kept);
        return keys;
    }

    /// <summary>A telling that has no place of its own meets those of its day whose place it names, be it as the place of who speaks.</summary>
    private static void AddNames(LinkRow row, int day, List<long> keys)
    {
        if (row.Place is null)
        {
            foreach (int name in row.Names)
            {
                keys.Add(Key(day / 7, row.Type, "name", "", ((long)day << 32) | (uint)name));
            }
        }
        else
        {
            foreach (Range word in row.Place.Name.AsSpan().Split(' '))
            {
                if (row.Place.Name.AsSpan()[word] is { Length: > LinkWords.Short } name)
                {
                    keys.Add(Key(day / 7, row.Type, "name", "", ((long)day << 32) | (uint)LinkWords.Hash(name)));
                }
            }
        }
    }

    private static IEnumerable<int> Weeks(LinkTime time)
    {
        (int first, int last) = time switch
        {
            { YearlessDay: >= 0 and int day } => (YearlessWeeks * 7 + day - 1, YearlessWeeks * 7 + day + 1),
            { IsDay: true, Earliest: { } told, Latest: { } day } => (told - 1, day + 1),
            { IsTold: true, Earliest: { } from, Latest: { } to } => (from, to),
            { Anchor: { } day } => (day - UndatedDays, day),
            _ => (NoWeek * 7, NoWeek * 7),
        };
        int weeks = (last / 7) - (first / 7);
        return weeks < MostWeeks ? Enumerable.Range(first / 7, weeks + 1) : [last / 7];
    }

    /// <summary>Begins with the week, so that what is new lies together, and goes on with 44 bits of a hash.</summary>
    private static long Key(int week, string type, string what, string which, long number = 0)
    {
        // FNV-1a and a last mixing: the same on every run and machine.
        ulong hash = 14695981039346656037;
        foreach (string part in (ReadOnlySpan<string>)[type, what, which])
        {
            foreach (char letter in part)
            {
                hash = (hash ^ letter) * 1099511628211;
            }

            hash = (hash ^ 0xFFFF) * 1099511628211;
        }

        hash = (hash ^ (ulong)number) * 0x9E3779B97F4A7C15;
        return ((long)week << HashBits) | (long)((hash ^ (hash >> 29)) >> (64 - HashBits));
    }
}
