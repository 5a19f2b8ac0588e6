using Casus.App.Store;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <summary>What became of every page of one run. The sum adds up: fetched = read + empty + duplicate + refused.</summary>
internal sealed class Ledger
{
    public int Fetched { get; private set; }

    /// <summary>Pages that no earlier run had accounted for.</summary>
    public int Added { get; private set; }

    public int Read { get; private set; }

    public int Empty { get; private set; }

    public int Duplicate { get; private set; }

    /// <summary>Articles that were kept, but whose language is not coded.</summary>
    public int NotCoded { get; private set; }

    public SortedDictionary<string, List<Refusal>> RefusedByReason { get; } = new(StringComparer.Ordinal);

    public int Refused => RefusedByReason.Values.Sum(r => r.Count);

    /// <summary>Of the duplicates those that the store holds as refused.</summary>
    public int RefusedBefore { get; private set; }

    /// <summary>Whether there were pages and none was good for anything, in this run or an earlier one.</summary>
    public bool AreAllRefused => Fetched > 0 && Refused + RefusedBefore == Fetched;

    public bool AddsUp => Fetched == Read + Empty + Duplicate + Refused;

    /// <param name="wasRefused">Of a duplicate: the page that it is one of was refused.</param>
    public void Add(string name, Outcome became, ReadOutcome? outcome, Refused? why, bool added, bool wasRefused = false)
    {
        Fetched++;
        RefusedBefore += became == Outcome.Duplicate && wasRefused ? 1 : 0;
        Added += added ? 1 : 0;
        switch (became)
        {
            case Outcome.Read:
                Read++;
                NotCoded += outcome switch
                {
                    PageRead { Reading: null } => 1,
                    PartsRead { Parts: var parts } => parts.Count(p => p.Reading is null),
                    _ => 0,
                };
                break;
            case Outcome.Empty:
                Empty++;
                break;
            case Outcome.Duplicate:
                Duplicate++;
                break;
            case Outcome.Refused:
                Refuse(name, why!);
                break;
        }
    }

    private void Refuse(string name, Refused why)
    {
        if (!RefusedByReason.TryGetValue(why.Reason, out List<Refusal>? refused))
        {
            RefusedByReason.Add(why.Reason, refused = []);
        }

        refused.Add(new Refusal(name, why.Detail));
    }
}

internal sealed record Refusal(string Name, string Detail);
