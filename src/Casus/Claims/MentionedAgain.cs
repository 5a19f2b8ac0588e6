using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>"These air strikes", "the attack": a later telling takes who, where and when from the earlier one, as implied.</summary>
internal static class MentionedAgain
{
    private const int SentencesBack = 4;
    private static readonly RuleId Rule = new("same.definite");

    /// <summary>Index of the earlier draft that a draft speaks of again; -1 for one that tells something new.</summary>
    public static int Earlier(IReadOnlyList<Draft> drafts, int at)
    {
        Draft later = drafts[at];
        if (!later.Noun || !Definite(later))
        {
            return -1;
        }

        for (int i = at - 1; i >= 0; i--)
        {
            Draft earlier = drafts[i];
            if (later.Sentence - earlier.Sentence > SentencesBack)
            {
                break;
            }

            if (earlier.BaseType == later.BaseType && earlier.Composed == later.Composed && earlier.Sentence < later.Sentence && SameWord(earlier, later) && Agree(earlier.Initiators, later.Initiators) && Agree(earlier.Targets, later.Targets))
            {
                return i;
            }
        }

        return -1;
    }

    public static Draft Complete(Draft later, Draft earlier) => later with
    {
        Initiators = later.Initiators.IsEmpty ? Implied(earlier.Initiators) : later.Initiators,
        Targets = later.Targets.IsEmpty && later.Victims.IsEmpty ? Implied(earlier.Targets) : later.Targets,
        Time = later.Time ?? earlier.Time,
        Place = earlier.Place ?? later.Place,
        Modes = [.. later.Modes.Concat(earlier.Modes).Distinct(StringComparer.Ordinal)],
        Rules = later.Rules.Contains(Rule) ? later.Rules : later.Rules.Add(Rule),
    };

    public static ImmutableArray<Role> Implied(ImmutableArray<Role> roles) => [.. roles.Select(r => new Role(r.Party with { Implied = true, Rule = Rule }, -1))];

    private static bool Definite(Draft draft)
    {
        SentenceView s = draft.View;
        foreach (int child in s.Children(draft.Token))
        {
            if (s.Relation(child) == "det" && s.Lexicon.In("definite", s.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameWord(Draft earlier, Draft later)
    {
        string a = earlier.View.Lemma(earlier.Token), b = later.View.Lemma(later.Token);
        return a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal) || later.View.Lexicon.In("generic-event", b);
    }

    private static bool Agree(ImmutableArray<Role> a, ImmutableArray<Role> b) =>
        a.IsEmpty || b.IsEmpty || a.Any(x => b.Any(y => RoleReader.Same(x.Party, y.Party) || Kin(x.Party, y.Party)));

    /// <summary>"Pakistan's military" and "Pakistani": two names of one side.</summary>
    private static bool Kin(Party a, Party b) =>
        a.ActorId is null || b.ActorId is null || (a.ActorId.Length >= 3 && b.ActorId.Length >= 3 && string.CompareOrdinal(a.ActorId, 0, b.ActorId, 0, 3) == 0 && (a.ActorId.Length == 3 || b.ActorId.Length == 3 || a.Class == b.Class));
}
