using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>Runs the yes: and no: sentences of the changes in knowledge/relations.</summary>
internal static class ChangeExamples
{
    public static IEnumerable<ExampleFailure> Check(ImmutableArray<ChangePattern> changes, Func<string, Reading> read)
    {
        foreach (ChangePattern change in changes)
        {
            foreach (ChangeExample yes in change.Yes)
            {
                RelationClaim[] found = Found(read(yes.Text));
                if (!found.Any(c => c.Change!.To == change.To && (yes.From is null || c.Change.From == yes.From) && (Sides(c, yes.A, yes.B) || Sides(c, yes.B, yes.A))))
                {
                    yield return new ExampleFailure(change.File, yes.Line, change.Id, yes.Text, $"no change to {change.To}; found {(found.Length == 0 ? "nothing" : string.Join("; ", found.Select(Say)))}");
                }
            }

            foreach (ChangeExample no in change.No)
            {
                var rule = new RuleId(change.Id);
                if (Found(read(no.Text)).Any(c => c.Rules.Contains(rule)))
                {
                    yield return new ExampleFailure(change.File, no.Line, change.Id, no.Text, $"tells a change to {change.To}, and should not");
                }
            }
        }
    }

    private static RelationClaim[] Found(Reading reading) => [.. reading.Claims.OfType<RelationClaim>().Where(c => c.Change is not null)];

    private static bool Sides(RelationClaim claim, string? a, string? b) => Says(claim.A, a) && Says(claim.B, b);

    private static bool Says(Party party, string? words) => words is null || party.Evidence.Quote.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Say(RelationClaim claim) => $"\"{claim.A.Evidence.Quote}\" and \"{claim.B.Evidence.Quote}\" {claim.Change!.From ?? "?"} → {claim.Change.To}";
}
