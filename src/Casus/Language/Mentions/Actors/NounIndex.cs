using System.Collections.Frozen;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>What a common noun says of what it names.</summary>
/// <param name="Kind">"person", "group", "body", "facility", "place" or "property"; for arms "weapon", "vehicle" or "military-platform".</param>
internal sealed record NounSense(string Kind, string? Class, string? Role);

/// <summary>Common nouns for people, bodies, buildings and arms, of one word or several ("prime minister"), by dictionary form.</summary>
internal sealed class NounIndex
{
    private const int MostWords = 4;
    private readonly FrozenDictionary<string, NounSense>.AlternateLookup<ReadOnlySpan<char>> senses;
    private readonly FrozenSet<string> carriers;

    public NounIndex(KnowledgeBase knowledge)
    {
        var all = new Dictionary<string, NounSense>(StringComparer.OrdinalIgnoreCase);
        KnowledgeTable generic = knowledge.Tables["actors/generic"];
        foreach (KnowledgeRow row in generic.Rows)
        {
            string role = row[generic.Column("role")];
            all.TryAdd(row[generic.Column("noun")], new NounSense(row[generic.Column("kind")], row[generic.Column("class")], role.Length == 0 ? null : role));
        }

        foreach (KnowledgeTable table in knowledge.Tables.All.Where(t => t.Name.StartsWith("weapons/", StringComparison.Ordinal)))
        {
            foreach (KnowledgeRow row in table.Rows)
            {
                all.TryAdd(row[table.Column("word")], new NounSense(row[table.Column("kind")], null, null));
            }
        }

        carriers = knowledge.Tables["sets/carries-people"].Words("word");
        senses = all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The longest noun that ends with the token; its first token comes out. "a convoy of pilgrims" is of the class of those in it.</summary>
    public NounSense? Find(Sentence sentence, int head, out int first)
    {
        NounSense? sense = Alone(sentence, head, out first);
        if (sense is null || !carriers.Contains(sentence.Tokens[head].Lemma))
        {
            return sense;
        }

        foreach (int child in sentence.Children(head))
        {
            if (child > head && sentence.Tokens[child].Deprel == "nmod" && Grammar.Case(sentence, child) == "of" && Alone(sentence, child, out _) is { Kind: "person" or "group", Role: not null } carried)
            {
                return carried with { Kind = sense.Kind };
            }
        }

        return sense;
    }

    private NounSense? Alone(Sentence sentence, int head, out int first)
    {
        Span<char> key = stackalloc char[96];
        for (first = Math.Max(0, head - MostWords + 1); first <= head; first++)
        {
            int length = 0;
            for (int i = first; i <= head && length >= 0; i++)
            {
                length = Append(key, length, i == head ? sentence.Tokens[i].Lemma : sentence.Tokens[i].Form, i > first);
            }

            if (length > 0 && senses.TryGetValue(key[..length], out NounSense? sense))
            {
                return sense;
            }
        }

        first = head;
        return senses.TryGetValue(sentence.Tokens[head].Form, out NounSense? bare) ? bare : null;
    }

    private static int Append(Span<char> key, int length, string word, bool blank)
    {
        if (length + word.Length + 1 > key.Length)
        {
            return -1;
        }

        if (blank && word is not ("'s" or "’s" or "'") && key[length - 1] != '-' && word is not "-")
        {
            key[length++] = ' ';
        }

        word.CopyTo(key[length..]);
        return length + word.Length;
    }
}
