using System.Collections.Frozen;
using System.Globalization;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>
/// Who judged, as readers are told: by name where that was asked for, else as "reviewer 1", "reviewer 2" … in the order of their first judgements.
/// Judgements are only ever appended, so that a number stays with whom it was given to.
/// </summary>
internal sealed class Reviewers
{
    private readonly FrozenDictionary<string, string> told;

    private Reviewers(FrozenDictionary<string, string> told) => this.told = told;

    /// <param name="all">In the order of judging.</param>
    /// <param name="named">True: everybody by the name that they gave themselves.</param>
    public static Reviewers Of(IEnumerable<Judgement> all, bool named) =>
        new(all.Select(j => j.By).Distinct(StringComparer.Ordinal).Select((by, i) => (By: by, Told: named ? by : "reviewer " + (i + 1).ToString(CultureInfo.InvariantCulture))).ToFrozenDictionary(p => p.By, p => p.Told, StringComparer.Ordinal));

    public string Told(string by) => told[by];
}
