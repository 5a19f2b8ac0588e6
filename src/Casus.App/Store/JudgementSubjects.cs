using System.Collections.Immutable;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <summary>What a person means by an id, with everything by which it is found again later.</summary>
/// <param name="knowledge">For actors; asked only when the id is no event's, claim's or story's.</param>
internal sealed class JudgementSubjects(CasusStore store, Func<KnowledgeBase> knowledge)
{
    private readonly Lookup lookup = new(store);

    /// <param name="id">The first letters are enough, except for actors.</param>
    /// <exception cref="Trouble">Nothing has the id, or several do.</exception>
    public JudgementSubject Find(string id) => id.Split('-')[0] switch
    {
        "e" => Gone(id) ?? Event(lookup.Complete("event", id)),
        "c" => Claim(lookup.Complete("claim", id)),
        "s" => Story(lookup.Complete("story", id)),
        _ => Actor(id),
    };

    /// <summary>An event that is none any more, as it was when it was judged last: who holds a rejection wrong judges it too. Null where it is there, or never was judged.</summary>
    private JudgementSubject? Gone(string id)
    {
        using Statement find = store.Prepare("SELECT 1 FROM event WHERE id >= $1 AND id < $2 LIMIT 1");
        return find.Scalar(id, id + "\uFFFF") is null ? JudgementTable.Book(store).Standing.LastOrDefault(j => j.Subject.Kind == SubjectKind.Event && j.Subject.Id == id)?.Subject : null;
    }

    /// <summary>The claims, or articles, that leave in a split: they must belong to <paramref name="whole"/> and not be all of it.</summary>
    public JudgementSubject Part(JudgementSubject whole, IReadOnlyList<string> ids)
    {
        bool isStory = whole.Kind == SubjectKind.Story;
        string[] own = isStory ? [.. whole.Articles.Select(a => a.ArticleId)] : [.. whole.Claims.Select(c => c.ClaimId)];
        string[] leaving = [.. ids.Select(id => lookup.Complete(isStory ? "article" : "claim", id)).Distinct()];
        if (leaving.FirstOrDefault(l => !own.Contains(l)) is { } stranger)
        {
            throw Trouble.Usage($"{stranger} is not of {whole.Id}: it has {string.Join(", ", own)}.");
        }

        if (leaving.Length == 0 || leaving.Length == own.Length)
        {
            throw Trouble.Usage($"Name the {(isStory ? "articles" : "claims")} of {whole.Id} that leave, not none and not all: {string.Join(", ", own)}.");
        }

        return isStory
            ? new(SubjectKind.Story, leaving[0], [], [.. whole.Articles.Where(a => leaving.Contains(a.ArticleId))])
            : new(SubjectKind.Claim, leaving[0], [.. whole.Claims.Where(c => leaving.Contains(c.ClaimId))], []);
    }

    public JudgementSubject Event(string id) => new(SubjectKind.Event, id, [.. lookup.Event(id).Claims.Select(c => ClaimAnchor.Of(lookup.Claims(c)[0].Claim))], []);

    private JudgementSubject Claim(string id) => new(SubjectKind.Claim, id, [ClaimAnchor.Of(lookup.Claims(id)[0].Claim)], []);

    private JudgementSubject Story(string id) => new(SubjectKind.Story, id, [], [.. lookup.Editions(id).Select(e => new ArticleAnchor(e.ArticleId, new TextId(lookup.Article(e.ArticleId).TextId)))]);

    private JudgementSubject Actor(string id)
    {
        using Statement named = store.Prepare("SELECT EXISTS (SELECT 1 FROM claim WHERE instr(record, '\"provisional\":{\"id\":\"' || $1 || '\"') > 0)");
        if (knowledge().Actors.Find(id) is not null || store.Read(() => named.Scalar(id)) is 1L)
        {
            return JudgementSubject.Actor(id);
        }

        throw new Trouble(ExitCode.Findings, $"Nothing in {Path.GetFileName(store.Path)} has the id {id}: events begin with e-, claims with c-, stories with s-; `casus show actors` lists actors, `casus review --list` names that no file of knowledge has.");
    }
}
