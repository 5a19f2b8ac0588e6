using System.Collections.Frozen;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Newspapers, agencies and broadcasters, by the names in knowledge/outlets and by what actors are.</summary>
internal sealed class OutletNames(KnowledgeBase knowledge)
{
    private const string Article = "the ";

    private readonly FrozenSet<string> names = Names(knowledge.Tables["outlets/outlets"]);

    /// <param name="mention">What the words are known as; null when nothing.</param>
    /// <param name="head">Their governing word; null gives false.</param>
    public bool IsOutlet(Mention? mention, Sentence sentence, int? head) =>
        head is int noun
        && (names.Contains(Name(sentence, noun))
            || (mention is not null && (names.Contains(Bare(mention.Quote)) || (mention.Actor is { } actor && knowledge.Actors.Find(actor.ActorId)?.Kind == "outlet"))));

    /// <summary>The run of proper nouns around a word.</summary>
    private static string Name(Sentence sentence, int head)
    {
        int first = head, last = head;
        while (first > 0 && sentence.Tokens[first - 1].Upos == "PROPN")
        {
            first--;
        }

        while (last + 1 < sentence.Tokens.Length && sentence.Tokens[last + 1].Upos == "PROPN")
        {
            last++;
        }

        return first == last ? sentence.Tokens[head].Form : string.Join(' ', sentence.Tokens[first..(last + 1)].Select(t => t.Form));
    }

    private static string Bare(string name) => name.StartsWith(Article, StringComparison.OrdinalIgnoreCase) ? name[Article.Length..] : name;

    private static FrozenSet<string> Names(KnowledgeTable table)
    {
        int name = table.Column("name");
        return table.Rows.Select(row => Bare(row[name])).ToFrozenSet(StringComparer.Ordinal);
    }
}
