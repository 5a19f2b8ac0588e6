using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>A pattern's sentence that did not code as it says.</summary>
public sealed record ExampleFailure(string File, int Line, string PatternId, string Text, string Message)
{
    public override string ToString() => $"{File}:{Line}: {PatternId}: {Message} — \"{Text}\"";
}

/// <summary>Runs the yes: and no: sentences of every pattern and of every change of relation.</summary>
public static class PatternExamples
{
    /// <param name="read">Reads a text as an article of one paragraph.</param>
    /// <returns>Failures by file and line.</returns>
    public static IReadOnlyList<ExampleFailure> Check(KnowledgeBase knowledge, Func<string, Reading> read)
    {
        List<ExampleFailure> failures = [];
        foreach (Pattern pattern in knowledge.Patterns.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line))
        {
            foreach (Example yes in pattern.Yes)
            {
                if (Wanted(pattern, yes, read(yes.Text)) is { } message)
                {
                    failures.Add(new ExampleFailure(pattern.File, yes.Line, pattern.Id, yes.Text, message));
                }
            }

            foreach (Example no in pattern.No)
            {
                var rule = new RuleId(pattern.Id);
                if (Events(read(no.Text)).Any(c => c.Type == pattern.Type && c.Rules.Contains(rule) && Happens(c.Factuality)))
                {
                    failures.Add(new ExampleFailure(pattern.File, no.Line, pattern.Id, no.Text, $"codes {pattern.Type}, and should not"));
                }
            }
        }

        failures.AddRange(ChangeExamples.Check(knowledge.Changes, read));
        return failures;
    }

    /// <summary>Null when some claim of the pattern's type is as the example says; else what is wrong with the nearest one.</summary>
    private static string? Wanted(Pattern pattern, Example yes, Reading reading)
    {
        var rule = new RuleId(pattern.Id);
        string? problem = null;
        foreach (EventClaim claim in Events(reading).Where(c => c.Type == pattern.Type).OrderByDescending(c => c.Rules.Contains(rule)).ThenBy(c => c.Rank))
        {
            string? wrong = Differs(claim, yes);
            if (wrong is null)
            {
                return null;
            }

            problem ??= wrong;
        }

        if (problem is not null)
        {
            return problem;
        }

        string found = string.Join(", ", Events(reading).Select(c => $"{c.Type} by {c.Rules[0]}"));
        return $"no {pattern.Type}; found {(found.Length == 0 ? "nothing" : found)}";
    }

    private static string? Differs(EventClaim claim, Example yes)
    {
        if (yes.Initiator is { } initiator && !claim.Initiators.Any(p => Says(p, initiator)))
        {
            return $"initiator \"{Names(claim.Initiators)}\" instead of \"{initiator}\"";
        }

        if (yes.Target is { } target && !claim.Targets.Concat(claim.Victims).Any(p => Says(p, target)))
        {
            return $"target \"{Names([.. claim.Targets, .. claim.Victims])}\" instead of \"{target}\"";
        }

        if (yes.Mode is { } mode && !claim.Modes.Contains(mode))
        {
            return $"modes [{string.Join(", ", claim.Modes)}] without {mode}";
        }

        if (yes.Factuality is { } factuality && !claim.Factuality.ToString().Equals(factuality, StringComparison.OrdinalIgnoreCase))
        {
            return $"factuality {claim.Factuality} instead of {factuality}";
        }

        return yes.Toll is { } toll && !claim.Tolls.Any(t => Told(t) == toll)
            ? $"toll [{string.Join(", ", claim.Tolls.Select(Told))}] without {toll}"
            : null;
    }

    /// <summary>A toll in a word: "killed 16", or "killed 16+" for "at least 16".</summary>
    private static string Told(Toll toll) => FormattableString.Invariant($"{toll.Kind.ToString().ToLowerInvariant()} {toll.Min}{(toll.Max is null ? "+" : "")}");

    private static bool Says(Party party, string words) => party.Evidence.Quote.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Names(IEnumerable<Party> parties) => string.Join("; ", parties.Select(p => p.Evidence.Quote));

    private static bool Happens(Factuality factuality) => factuality is Factuality.Asserted or Factuality.Reported or Factuality.Requested;

    private static IEnumerable<EventClaim> Events(Reading reading) => reading.Claims.OfType<EventClaim>();
}
