using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>"Turkey condemned the shelling": whom a charge falls on that names only a deed, where an earlier sentence tells who did it.</summary>
internal static class DeedOfAnother
{
    private static readonly RuleId Rule = new("target.deed");

    public static void Complete(List<Draft> drafts)
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            Draft charge = drafts[i];
            if (charge.Type != "ACCUSE" || !charge.Targets.IsEmpty || charge.Match.Frame < 0)
            {
                continue;
            }

            Draft? deed = drafts.Find(d => d.View == charge.View && d.Noun && d.Token == charge.Match.Frame);
            ImmutableArray<Role> doers = deed is null ? [] : RoleReader.Except(deed.Initiators, charge.Initiators);
            if (!doers.IsEmpty)
            {
                drafts[i] = charge with { Targets = MentionedAgain.Implied(doers), Rules = charge.Rules.Add(Rule) };
            }
        }
    }
}
