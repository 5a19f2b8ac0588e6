using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// Links by rules alone, for where there are no weights: the same name or part of it, initials, appositions, "the" with the same noun,
/// third-person pronouns to the nearest that agrees, subjects first (sieves of Raghunathan et al. 2010, in one pass).
/// </summary>
internal sealed class LinkRules(References references, ImmutableArray<Sentence> sentences, ReferenceWords words)
{
    /// <summary>A new beginning scores this; scores above it link.</summary>
    public const float Least = 1;

    /// <summary>So far below that even many of them do not add up to a link.</summary>
    private const float No = -50;

    private const int PronounSentences = 2;

    private const int NounSentences = 8;

    /// <returns>Above <see cref="Least"/> where the earlier one may be taken up, the more the better.</returns>
    public float Score(int later, int earlier, int naming)
    {
        ref Reference b = ref references[later];
        ref Reference a = ref references[earlier];
        ref Reference n = ref references[naming];
        if (Nested(b, a) || (b.Number != a.Number && b.Number != ReferenceNumber.Unknown && a.Number != ReferenceNumber.Unknown && !b.IsPronoun))
        {
            return No;
        }

        float near = 1f / (2 + later - earlier);
        if (b.IsPronoun)
        {
            return OfPronoun(b, a, n, near);
        }

        if (b.Role == ReferenceRole.Apposition && b.Sentence == a.Sentence && b.Governor == a.Head)
        {
            return 10;
        }

        if (b.Form == ReferenceForm.Name)
        {
            return OfName(b, a, near);
        }

        bool taken = b.Form is ReferenceForm.Definite or ReferenceForm.Demonstrative && b.Sentence - a.Sentence <= NounSentences;
        return taken && b.Lemma == a.Lemma && b.Lemma != 0 && Holds(a, b) ? 4 + near : No;
    }

    private float OfName(in Reference b, in Reference a, float near)
    {
        if (a.IsPronoun || a.Form == ReferenceForm.Joined)
        {
            return No;
        }

        if (b.Words == a.Words)
        {
            return 8 + near;
        }

        bool initials = (b.Abbreviation != 0 && b.Abbreviation == a.Letters) || (a.Abbreviation != 0 && a.Abbreviation == b.Letters);
        ReadOnlySpan<uint> shorter = references.Content(b), longer = references.Content(a);
        bool surname = a.Form == ReferenceForm.Name && shorter.Length > 0 && longer.Length > shorter.Length && a.Lemma == b.Lemma | longer[^1] == shorter[^1] && Holds(a, b);
        return initials ? 7 + near : surname ? 6 + near : No;
    }

    private float OfPronoun(in Reference b, in Reference a, in Reference n, float near)
    {
        if (b.Form is ReferenceForm.First or ReferenceForm.Second)
        {
            return a.Form == b.Form && a.Number == b.Number ? 3 + near : No;
        }

        if (b.Form is not (ReferenceForm.He or ReferenceForm.She or ReferenceForm.It or ReferenceForm.They) || b.Sentence - a.Sentence > PronounSentences)
        {
            return No;
        }

        bool agrees = a.IsPronoun ? a.Form == b.Form : b.Form switch
        {
            ReferenceForm.They => n.Number == ReferenceNumber.Many || n.Form == ReferenceForm.Joined,
            ReferenceForm.It => n.Number != ReferenceNumber.Many && !IsPerson(n),
            _ => n.Number != ReferenceNumber.Many && IsPerson(n),
        };
        // "Pakistan gave it aid": the subject of the verb is not its object.
        bool apart = b.Sentence != a.Sentence || b.Governor != a.Governor || b.Role == ReferenceRole.Possessor;
        return agrees && apart ? 2 + (a.Role is ReferenceRole.Subject or ReferenceRole.PassiveSubject ? 0.3f : 0) + near - 0.2f * (b.Sentence - a.Sentence) : No;
    }

    private bool IsPerson(in Reference r) => words.IsPerson(sentences[r.Sentence], r.First, r.Head);

    private static bool Nested(in Reference b, in Reference a) => b.Sentence == a.Sentence && b.First <= a.Last && a.First <= b.Last;

    /// <summary>Every word of the second stands in the first.</summary>
    private bool Holds(in Reference longer, in Reference shorter)
    {
        ReadOnlySpan<uint> all = references.Content(longer);
        foreach (uint word in references.Content(shorter))
        {
            if (!all.Contains(word))
            {
                return false;
            }
        }

        return true;
    }
}
