namespace Casus.Claims;

/// <summary>How much a draft weighs in its article: early, high in its sentence, vouched for, with parties and a toll.</summary>
internal static class ClaimRanker
{
    public static double Weight(Draft draft, bool again)
    {
        double vouched = draft.Factuality switch
        {
            Factuality.Asserted => 1,
            Factuality.Reported => 0.97,
            Factuality.Threatened or Factuality.Planned => 0.7,
            Factuality.Denied => 0.6,
            Factuality.Requested => 0.8,
            Factuality.Historical or Factuality.Habitual => 0.4,
            Factuality.Negated => 0.3,
            _ => 0.25,
        };
        double place = Math.Max(0.5, 1 - (0.08 * draft.Sentence));
        double depth = Math.Pow(0.93, Depth(draft));
        double told = (draft.Tolls.Any(t => t.Min > 0) ? 1.15 : 1) * (draft.Initiators.IsEmpty ? 0.92 : 1) * (draft.Targets.IsEmpty && draft.Victims.IsEmpty ? 0.95 : 1);
        return draft.Weight * vouched * place * depth * told * (again ? 0.9 : 1);
    }

    public static double Score(Draft draft) =>
        Math.Round(Math.Clamp(draft.Weight * (draft.Initiators.IsEmpty ? 0.9 : 1) * (draft.Targets.IsEmpty && draft.Victims.IsEmpty ? 0.92 : 1), 0, 1), 3);

    private static int Depth(Draft draft)
    {
        int depth = 0;
        for (int x = draft.Anchor; draft.View.Head(x) is >= 0 and var head && depth < 12; x = head)
        {
            depth += draft.View.Relation(x) is "aux" or "obj" or "xcomp" ? 0 : 1;
        }

        return depth;
    }
}
