using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <summary>Makes judgements out of what people say, checked against the record before they are written.</summary>
/// <param name="by">Who judges.</param>
internal sealed class Judging(CasusStore store, Lazy<KnowledgeBase> knowledge, string by)
{
    private readonly JudgementSubjects subjects = new(store, () => knowledge.Value);

    /// <summary>What the reviewer was shown in the place of the record; null: the record.</summary>
    public AsCoded? Shown { get; init; }

    /// <param name="words">What follows the verb: the second of a pair, what leaves in a split, field and value of a correction.</param>
    /// <exception cref="Trouble">The words do not make a judgement, or name what is not there.</exception>
    public Judgement Make(string id, JudgementVerb verb, IReadOnlyList<string> words, string? reason)
    {
        JudgementSubject subject = subjects.Find(id);
        (JudgementSubject? other, string? field, string? value) = Rest(subject, verb, words);
        return Write(new Judgement("", 0, "", by, verb, subject, other, field, value, Said(subject, field), reason));
    }

    /// <param name="id">Of the judgement that is to hold no more; the first letters are enough.</param>
    public Judgement Withdraw(string id, string? reason)
    {
        string whole = new Lookup(store).Complete("judgement", id);
        List<Judgement> all = JudgementTable.All(store);
        if (JudgementBook.Of(all).WithdrawnBy.TryGetValue(whole, out string? before))
        {
            throw Trouble.Usage($"{whole} is withdrawn already, by {before}: `casus judge --undo {before}` brings it back.");
        }

        Judgement judgement = all.First(j => j.Id == whole);
        return Write(new Judgement("", 0, "", by, JudgementVerb.Withdraw, judgement.Subject, Reason: reason, Withdraws: whole));
    }

    private Judgement Write(Judgement draft) => JudgementTable.Append(store, draft, TimeProvider.System.GetUtcNow());

    private (JudgementSubject? Other, string? Field, string? Value) Rest(JudgementSubject subject, JudgementVerb verb, IReadOnlyList<string> words)
    {
        switch (verb)
        {
            case JudgementVerb.Reject when subject.Kind == SubjectKind.Story:
                throw Trouble.Usage($"A story is accepted, joined with another or split: reject the events that {subject.Id} tells.");
            case JudgementVerb.Accept or JudgementVerb.Reject when words.Count == 0:
                return subject is { Kind: SubjectKind.Actor, Id: var id } && verb == JudgementVerb.Reject && knowledge.Value.Actors.Find(id) is not null
                    ? throw Trouble.Usage($"{id} is an actor of knowledge/actors: edit its file; only names that no file has can be rejected.")
                    : (null, null, null);
            case JudgementVerb.Same or JudgementVerb.Different when words.Count == 1:
                return (Second(subject, verb, words[0]), null, null);
            case JudgementVerb.Split when subject.Kind is SubjectKind.Event or SubjectKind.Story:
                return (subjects.Part(subject, words), null, null);
            case JudgementVerb.Correct when words.Count == 2:
                string field = words[0].ToLowerInvariant();
                if (subject.Kind is not (SubjectKind.Event or SubjectKind.Claim))
                {
                    throw Trouble.Usage($"Only events and claims are corrected; {subject.Id} is neither.");
                }

                return Correction.Parse(field, words[1], knowledge.Value).Problem is { } problem ? throw Trouble.Usage(problem) : (null, field, words[1]);
            default:
                throw Trouble.Usage($"{Json.Word(verb)} takes {verb switch { JudgementVerb.Correct => "a field and a value", JudgementVerb.Split => "an event and those of its claims that leave (or a story and articles)", JudgementVerb.Same or JudgementVerb.Different => "one other id", _ => "nothing more" }}: `casus judge --help` has examples.");
        }
    }

    private JudgementSubject Second(JudgementSubject first, JudgementVerb verb, string id)
    {
        JudgementSubject second = subjects.Find(id);
        bool alike = first.Kind == second.Kind || (first.Claims.Length > 0 && second.Claims.Length > 0);
        return !alike ? throw Trouble.Usage($"{first.Id} and {second.Id} are of two kinds.")
            : first.Id == second.Id ? throw Trouble.Usage($"{first.Id} is itself: name another one.")
            : second;
    }

    /// <summary>What the record says now, or what was shown of it, in words.</summary>
    private string? Said(JudgementSubject subject, string? field)
    {
        var lookup = new Lookup(store);
        using Statement there = store.Prepare("SELECT 1 FROM event WHERE id = $1");
        if (subject.Kind == SubjectKind.Event && there.Scalar(subject.Id) is null)
        {
            // Gone by a judgement: the record says nothing of it, but said so then.
            Judgement? before = field is null ? JudgementTable.All(store).FindLast(j => j.Subject.Id == subject.Id && j is { Said: not null, Field: null }) : null;
            return before is null ? null : (Shown?.Of(before) ?? before).Said;
        }

        Explanation? now = subject.Kind switch
        {
            SubjectKind.Event => new EventExplainer(lookup).Explain(Shown?.Of(lookup.Event(subject.Id)) ?? lookup.Event(subject.Id)),
            SubjectKind.Claim => Of(lookup.Claims(subject.Id)[0]),
            _ => null,
        };
        if (subject.Kind == SubjectKind.Story)
        {
            return string.Join(", ", lookup.Editions(subject.Id).Select(e => $"{e.Kind} {e.ArticleId}"));
        }

        ImmutableArray<FieldExplanation> fields = now?.Fields ?? [];
        return field is null ? now?.Says : string.Join("; ", fields.Where(f => f.Field == field).Select(f => f.Value)) is { Length: > 0 } said ? said : null;

        Explanation Of(StoredClaim claim) => ClaimExplainer.Explain(new ClaimContext(claim.Claim, lookup.Article(claim.ArticleId)));
    }
}
