using System.Collections.Immutable;
using Casus.App.Explain;

namespace Casus.App.Web;

/// <summary>What one account says of one field.</summary>
/// <param name="Says">The words, or another value than the published one; empty where it says nothing.</param>
/// <param name="Differs">True where it is another.</param>
internal sealed record CitedCell(ImmutableArray<(string Words, string Address)> Says, bool Differs);

/// <summary>The accounts of an event side by side: a row a field, a column a voice.</summary>
internal sealed record AccountGrid(ImmutableArray<AccountLine> Accounts, ImmutableArray<(string Field, string Value, ImmutableArray<CitedCell> Cells)> Rows)
{
    /// <summary>Voices that are put side by side; of a story told by more the rest is under the words.</summary>
    private const int Most = 8;

    /// <summary>Words shown in a cell.</summary>
    private const int Shown = 3;

    public static AccountGrid Of(EventLines lines)
    {
        ImmutableArray<AccountLine> accounts = [.. lines.Why.Accounts.Take(Most)];
        var rows = ImmutableArray.CreateBuilder<(string, string, ImmutableArray<CitedCell>)>();
        foreach (FieldExplanation field in lines.Why.Fields.Where(f => f.Field is not (JudgementLines.Field or LinkExplainer.Field)))
        {
            rows.Add((field.Field, field.Value, [.. accounts.Select(a => Cell(field, a, lines))]));
        }

        return new(accounts, rows.ToImmutable());
    }

    private static CitedCell Cell(FieldExplanation field, AccountLine account, EventLines lines)
    {
        (string, string)[] other = [.. field.Dissent.Where(d => d.Claims.Any(account.Claims.Contains)).Select(d => (d.Value, lines.Claims.TryGetValue(d.Claims.First(account.Claims.Contains), out ClaimContext? claim) ? Cite.At(claim) : "#words"))];
        if (other.Length > 0)
        {
            return new([.. other.Take(Shown)], true);
        }

        return new(
            [
                .. field.Support.Where(s => account.Claims.Contains(s.ClaimId) && lines.Claims.ContainsKey(s.ClaimId))
                    .SelectMany(s => s.Words.Select(w => (Plain.Shortened(w.Quote, 70), Cite.At(lines.Claims[s.ClaimId], w))))
                    .DistinctBy(w => w.Item1, StringComparer.OrdinalIgnoreCase).Take(Shown),
            ],
            false);
    }
}
