using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Tells what kind of thing a capitalised name without entry names: by its words, by its company, by how often it is used how.</summary>
internal sealed class NameTyper(KnowledgeBase knowledge)
{
    private readonly PlaceCues cues = new(knowledge);

    /// <returns>Null when nothing tells.</returns>
    public MentionKind? KindOf(Sentence sentence, NounPhrase phrase)
    {
        for (int i = phrase.Last; i >= phrase.First; i--)
        {
            string? body = cues.Organisations.Find(sentence.Tokens[i].Form);
            if (body is not null && sentence.Tokens[i].Upos is "PROPN" or "NOUN")
            {
                return body switch { "facility" => MentionKind.Facility, "thing" => null, _ => MentionKind.Organisation };
            }
        }

        for (int i = Math.Max(0, phrase.First - 1); i <= phrase.Last; i++)
        {
            string form = sentence.Tokens[i].Form;
            if (i < phrase.Last && char.IsUpper(form[0]) && cues.Titles.Find(form) is not null)
            {
                return MentionKind.Person;
            }

            if (i >= phrase.First && cues.GivenNames.Has(form))
            {
                return MentionKind.Person;
            }
        }

        string head = sentence.Tokens[phrase.Last].Form;
        if (cues.KindsInName.Find(head) is not null && phrase.Last > phrase.First)
        {
            return MentionKind.Location;
        }

        if (head.Length is > 1 and < 7 && head.All(c => char.IsUpper(c) || c is '-' or '.' or '&'))
        {
            return MentionKind.Organisation;
        }

        return null;
    }
}
