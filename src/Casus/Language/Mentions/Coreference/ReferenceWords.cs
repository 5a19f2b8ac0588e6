using System.Collections.Frozen;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>The small words and the word lists that say what may refer to what.</summary>
internal sealed class ReferenceWords(KnowledgeBase knowledge)
{
    private static readonly uint Person = TextHash.Of("person");

    private readonly CueWords alone = new(knowledge.Tables["cues/reference-words"], "kind", ignoreCase: true, only: r => IsAlone(r, knowledge));
    private readonly CueWords before = new(knowledge.Tables["cues/reference-words"], "kind", ignoreCase: true, only: r => !IsAlone(r, knowledge));
    private readonly CueWords number = new(knowledge.Tables["cues/reference-words"], "number", ignoreCase: true);
    private readonly CueWords givenNames = new(knowledge.Tables["cues/given-names"]);
    private readonly CueWords titles = new(knowledge.Tables["cues/titles"], "kind");
    private readonly CueWords organisations = new(knowledge.Tables["cues/organisation-words"], "kind");
    private readonly FrozenDictionary<string, uint> generic = Nouns(knowledge.Tables["actors/generic"]);

    /// <summary>What a pronoun is; null for other words.</summary>
    public ReferenceForm? Pronoun(string form) => alone.Find(form) is { } kind ? Enum.Parse<ReferenceForm>(kind, ignoreCase: true) : null;

    /// <summary>How a determiner introduces its noun; null for other words.</summary>
    public ReferenceForm? Determiner(string form) => before.Find(form) switch
    {
        "definite" => ReferenceForm.Definite,
        "demonstrative" => ReferenceForm.Demonstrative,
        "indefinite" => ReferenceForm.Indefinite,
        "quantifier" => ReferenceForm.Quantified,
        _ => null,
    };

    public ReferenceNumber Number(string form) => number.Find(form) switch { "one" => ReferenceNumber.One, "many" => ReferenceNumber.Many, _ => ReferenceNumber.Unknown };

    /// <summary>What the word lists of actors say of a word, as a hash; 0 for nothing.</summary>
    public uint Cue(string form, string lemma)
    {
        if (char.IsUpper(form[0]))
        {
            return givenNames.Has(form) ? 2u : titles.Find(form) is not null ? 3u : organisations.Find(form) is { } body ? TextHash.Of(body) : 0;
        }

        return generic.GetValueOrDefault(lemma);
    }

    /// <summary>True where a given name, a title or a noun for a person says so.</summary>
    public bool IsPerson(Sentence sentence, int first, int head)
    {
        for (int i = first; i <= head; i++)
        {
            Token token = sentence.Tokens[i];
            if (token.Upos == "PROPN" && (givenNames.Has(token.Form) || titles.Find(token.Form) is not null))
            {
                return true;
            }
        }

        return generic.GetValueOrDefault(sentence.Tokens[head].Lemma) == Person;
    }

    private static FrozenDictionary<string, uint> Nouns(KnowledgeTable table)
    {
        int noun = table.Column("noun"), kind = table.Column("kind");
        return table.Rows.ToFrozenDictionary(r => r[noun], r => TextHash.Of(r[kind]), StringComparer.Ordinal);
    }

    private static bool IsAlone(KnowledgeRow row, KnowledgeBase knowledge) =>
        row[knowledge.Tables["cues/reference-words"].Column("kind")] is not ("definite" or "demonstrative" or "indefinite" or "quantifier");
}
