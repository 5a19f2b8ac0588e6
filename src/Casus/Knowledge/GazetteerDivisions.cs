using System.Runtime.InteropServices;

namespace Casus.Knowledge;

/// <summary>The divisions that a dump's rows lie in, numbered as they come. The first of each level stands for "none".</summary>
internal sealed class GazetteerDivisions
{
    private readonly Dictionary<(string Country, string Code), ushort> firstByCode = [];
    private readonly Dictionary<(ushort First, string Code), int> secondByCode = [];

    public List<DivisionRecord> First { get; } = [default];

    public List<DivisionRecord> Second { get; } = [default];

    /// <param name="pooled">Stores a string and gives its offset.</param>
    public (ushort First, int Second) Of(in GazetteerRow row, Func<string, int> pooled)
    {
        ref ushort first = ref CollectionsMarshal.GetValueRefOrAddDefault(firstByCode, (row.Country, row.Division1), out bool known);
        if (!known && First.Count <= ushort.MaxValue)
        {
            first = (ushort)First.Count;
            First.Add(new DivisionRecord(row.Country.Length == 2 ? row.Country[0] | ((uint)row.Country[1] << 8) : 0, pooled(row.Division1), 0));
        }

        if (row.Level == 1 && first > 0 && First[first].Place == 0)
        {
            First[first] = First[first] with { Place = row.Id };
        }

        if (row.Division2.Length == 0)
        {
            return (first, 0);
        }

        ref int second = ref CollectionsMarshal.GetValueRefOrAddDefault(secondByCode, (first, row.Division2), out known);
        if (!known)
        {
            second = Second.Count;
            Second.Add(new DivisionRecord(First[first].Country, pooled(row.Division2), 0));
        }

        if (row.Level == 2 && Second[second].Place == 0)
        {
            Second[second] = Second[second] with { Place = row.Id };
        }

        return (first, second);
    }
}
