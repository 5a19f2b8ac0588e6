using System.Collections.Immutable;

namespace Casus.App.Explain;

/// <summary>What one account says of one field of an event.</summary>
/// <param name="Says">Its words, or its other value; empty where it says nothing.</param>
/// <param name="Differs">Whether it is another value than the published one.</param>
internal sealed record AccountCell(string Field, string Says, bool Differs);

/// <summary>Puts what the claims of each account say beside the published values.</summary>
internal static class AccountCells
{
    /// <summary>Different words for one thing that are shown of one voice.</summary>
    private const int Shown = 2;

    public static ImmutableArray<AccountLine> On(ImmutableArray<AccountLine> accounts, IReadOnlyList<FieldExplanation> fields) =>
        [.. accounts.Select(a => a with { Cells = [.. fields.Where(f => f.Field is not (LinkExplainer.Field or JudgementLines.Field)).Select(f => Cell(f, a))] })];

    private static AccountCell Cell(FieldExplanation field, AccountLine account)
    {
        string[] other = [.. field.Dissent.Where(d => d.Claims.Any(account.Claims.Contains)).Select(d => d.Value).Take(Shown)];
        return other.Length > 0
            ? new(field.Field, string.Join("; ", other), true)
            : new(field.Field, string.Join("; ", field.Support.Where(s => account.Claims.Contains(s.ClaimId)).SelectMany(s => s.Words.Select(w => w.Quote)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Shown)), false);
    }
}
