using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// The words of an article that stand once where only a place can: behind a preposition of place, before a comma and a division, before
/// what stands in a town, as a dateline. The names of small towns count only where the article shows them so: Bell, Police and Lincoln are towns too.
/// </summary>
internal sealed class PlaceEvidence(PlaceCues cues)
{
    private readonly HashSet<string> shown = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes up what the names of one sentence show.</summary>
    public void Add(AtomBuffer atoms, ReadOnlySpan<PlaceHit> hits)
    {
        foreach (PlaceHit hit in hits)
        {
            if (Behind(atoms, hit) || Held(atoms, hit, hits) || Opens(atoms, hit) || Local(atoms, hit))
            {
                shown.Add(Key(atoms, hit.Begin, hit.End));
            }
        }
    }

    public bool Has(AtomBuffer atoms, int begin, int end) => shown.Contains(Key(atoms, begin, end));

    private static string Key(AtomBuffer atoms, int begin, int end) => atoms.Text[atoms[begin].Begin..atoms[end - 1].End];

    private bool Behind(AtomBuffer atoms, in PlaceHit hit)
    {
        if (hit.Begin == 0)
        {
            return false;
        }

        ReadOnlySpan<char> before = atoms.Word(hit.Begin - 1);
        return before is "in" or "In" or "near" or "Near" or "at" or "from" or "From" or "outside" or "around" or "to" or "between"
            || (before is "of" && !(hit.End < atoms.Count && char.IsUpper(atoms.Word(hit.End)[0])))
            || IsParty(atoms, hit.Begin) || cues.Verbs.Has(before) || IsFoughtOver(atoms, hit);
    }

    /// <summary>"the battle for | Bakhmut |", "an attack on | Goma |", "| Goma | fell to the rebels".</summary>
    private bool IsFoughtOver(AtomBuffer atoms, in PlaceHit hit) =>
        (hit.Begin > 1 && atoms.Word(hit.Begin - 1) is "for" or "on" or "towards" or "toward" && cues.Fights.Has(atoms.Word(hit.Begin - 2)))
        || (hit.End + 2 < atoms.Count && atoms.Word(hit.End) is "fell" && atoms.Word(hit.End + 1) is "to" && char.IsLower(atoms.Word(hit.End + 2)[0]));

    /// <summary>"R-Ashland": the party, then the seat.</summary>
    public static bool IsParty(AtomBuffer atoms, int at) =>
        at > 1 && atoms.Word(at - 1) is "-" or "–" && atoms.Word(at - 2) is [>= 'A' and <= 'Z'] && atoms[at - 2].End == atoms[at - 1].Begin;

    private bool Held(AtomBuffer atoms, in PlaceHit hit, ReadOnlySpan<PlaceHit> hits)
    {
        if (hit.End + 1 >= atoms.Count || atoms.Word(hit.End) is not "," || !char.IsUpper(atoms.Word(hit.End + 1)[0]))
        {
            return false;
        }

        foreach (PlaceHit other in hits)
        {
            if (other.Begin == hit.End + 1 && other.Places.Any(p => p.Kind is "country" or "admin1"))
            {
                return true;
            }
        }

        return cues.Abbreviated(atoms.Word(hit.End + 1)) is not null;
    }

    private static bool Opens(AtomBuffer atoms, in PlaceHit hit) =>
        hit.Begin == 0 && IsAllCapitals(atoms, hit) && hit.End < atoms.Count && atoms.Word(hit.End) is "," or "(" or "-" or "–" or "—";

    private bool Local(AtomBuffer atoms, in PlaceHit hit) =>
        hit.End < atoms.Count && (cues.Organisations.Find(atoms.Word(hit.End)) is not null || cues.KindsInName.Find(atoms.Word(hit.End)) is not null || cues.Nouns.Has(atoms.Word(hit.End)));

    private static bool IsAllCapitals(AtomBuffer atoms, in PlaceHit hit)
    {
        foreach (char c in atoms.Text.AsSpan(atoms[hit.Begin].Begin, atoms[hit.End - 1].End - atoms[hit.Begin].Begin))
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return atoms.Word(hit.Begin).Length > 1;
    }
}
