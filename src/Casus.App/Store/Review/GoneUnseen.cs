using System.Collections.Immutable;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>For a second opinion: what others have judged and the reviewer has not, where some of it has gone with its rejection.</summary>
internal static class GoneUnseen
{
    /// <summary>In the order of ids: what has gone, and as much that has not, so that nobody sees which.</summary>
    public static ImmutableArray<Judgement> Of(CasusStore store, string reviewer, AsCoded coded)
    {
        using Statement find = store.Prepare("SELECT 1 FROM event WHERE id = $1");
        ILookup<bool, Judgement> judged = JudgedMatter.All(JudgementTable.Book(store))
            .Where(m => m.Says[^1] is { Subject.Kind: SubjectKind.Event, Field: null, Said: not null, Other: null } && m.Says.All(j => j.By != reviewer))
            .Select(m => m.Says[^1])
            .OrderBy(j => j.Subject.Id, StringComparer.Ordinal)
            .ToLookup(j => find.Scalar(j.Subject.Id) is not null);
        Judgement[] gone = [.. judged[false].Where(j => j.Verb == JudgementVerb.Reject)];
        return [.. gone.Concat(judged[true].Take(gone.Length)).OrderBy(j => j.Subject.Id, StringComparer.Ordinal).Select(coded.Of)];
    }
}
