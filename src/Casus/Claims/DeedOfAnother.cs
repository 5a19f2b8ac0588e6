using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>"Turkey condemned the shelling": whom a charge falls on that names only a deed, where an earlier sentence tells who did it.</summary>
internal static class DeedOfAnother
{
    private static readonly RuleId Rule = new("target.deed");

    /// <summary>"condemned the killing of the farmers": they are not charged with it.</summary>
    private static bool Suffers(Draft deed, Role role) => deed.Targets.Concat(deed.Victims).Any(r => RoleReader.Same(r.Party, role.Party)) && !deed.Initiators.Any(r => RoleReader.Same(r.Party, role.Party));

    public static void Complete(List<Draft> drafts)
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            Draft charge = drafts[i];
            if (charge.Type != "ACCUSE" || charge.Match.Frame < 0 || drafts.Find(d => d.View == charge.View && d.Noun && d.Token == charge.Match.Frame) is not { } deed
                || !charge.Targets.All(t => Suffers(deed, t)))
            {
                continue;
            }

            ImmutableArray<Role> doers = RoleReader.Except(deed.Initiators, charge.Initiators);
            if (!doers.IsEmpty)
            {
                drafts[i] = charge with { Targets = MentionedAgain.Implied(doers), Rules = charge.Rules.Add(Rule) };
            }
            else if (!charge.Targets.IsEmpty && PartyReader.Read(charge.View, deed.Token, Rule) is { } itself)
            {
                drafts[i] = charge with { Targets = [new Role(itself, deed.Token)], Rules = charge.Rules.Add(Rule) };
            }
        }
    }
}
