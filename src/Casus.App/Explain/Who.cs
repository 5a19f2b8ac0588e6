using System.Collections.Immutable;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.App.Explain;

/// <summary>Somebody of whom an article speaks more than once.</summary>
/// <param name="Name">As knowledge/ has it; else the longest name in the article, or the first description.</param>
/// <param name="ActorId">Null where no words of the chain are an actor of knowledge/.</param>
/// <param name="Provisional">Where the name is nobody's in knowledge/; else null.</param>
/// <param name="Words">In text order.</param>
internal sealed record Who(string Name, string? ActorId, ProvisionalActor? Provisional, ImmutableArray<WhoWords> Words)
{
    /// <summary>The chains of people, bodies, groups and countries, in the order in which the article brings them up.</summary>
    public static ImmutableArray<Who> Of(Analysis analysis, ActorCatalogue actors)
    {
        var mentions = new MentionIndex(analysis);
        return [.. analysis.Chains.Select(c => Of(c, analysis, mentions, actors)).OfType<Who>()];
    }

    private static Who? Of(Chain chain, Analysis analysis, MentionIndex mentions, ActorCatalogue actors)
    {
        Mention[] named = [.. chain.Links.SelectMany(l => mentions.AllAt(l.Sentence, l.Head)).Where(IsSomebody)];
        if (named.Length == 0)
        {
            return null;
        }

        ImmutableArray<WhoWords> words = [.. chain.Links.Select(l => new WhoWords(l.Span, l.Span.Of(analysis.Article.Text), Manner(analysis.Sentences[l.Sentence].Tokens[l.Head])))];
        string? id = named.Select(m => m.Actor).FirstOrDefault(a => a is { IsSelf: true })?.ActorId;
        ProvisionalActor? provisional = id is null ? named.Select(m => m.Provisional).FirstOrDefault(p => p is not null) : null;
        string name = (id is null ? null : actors.Find(id)?.Name) ?? provisional?.Name
            ?? words.Where(w => w.Manner == WhoWords.Name).MaxBy(w => w.Quote.Length)?.Quote ?? words.FirstOrDefault(w => w.Manner == WhoWords.Description)?.Quote ?? words[0].Quote;
        return new Who(name, id, provisional, words);
    }

    /// <summary>A town is somebody only as far as it acts for a country ("Kabul said").</summary>
    private static bool IsSomebody(Mention mention) =>
        mention.Kind is MentionKind.Person or MentionKind.Organisation or MentionKind.Group || (mention.Kind is MentionKind.Location && mention.Actor is not null);

    private static string Manner(Token head) => head.Upos switch { "PRON" or "DET" => WhoWords.Pronoun, "PROPN" => WhoWords.Name, _ => WhoWords.Description };
}

/// <summary>Words by which an article speaks of somebody.</summary>
/// <param name="Manner">"name", "description" or "pronoun".</param>
internal sealed record WhoWords(TextSpan Span, string Quote, string Manner)
{
    public const string Name = "name", Description = "description", Pronoun = "pronoun";
}
