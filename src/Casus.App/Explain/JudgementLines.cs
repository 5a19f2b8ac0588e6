using System.Collections.Immutable;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Explain;

/// <summary>Tells in an explanation which judgements bear on it: by whom, when, and why.</summary>
internal sealed class JudgementLines
{
    public const string Field = "judged";

    private readonly List<Judgement> all;
    private readonly Dictionary<string, JudgementOutcome> outcomes;

    public JudgementLines(CasusStore store)
    {
        all = JudgementTable.All(store);
        outcomes = all.Count == 0 ? [] : JudgementTable.Outcomes(store);
    }

    public Explanation On(Explanation explanation)
    {
        if (all.Count == 0)
        {
            return explanation;
        }

        ImmutableArray<FieldExplanation> fields = [.. explanation.Fields.Select(f => f with { Rule = Worded(f.Rule), Support = [.. f.Support.Select(s => s with { Rules = [.. s.Rules.Select(r => Worded(r)!)] })] })];
        return explanation with { Fields = [.. fields, .. all.Where(j => Bears(j, explanation.Id) || explanation.Claims.Any(c => NamesArticle(j, c.Article.Id))).Select(j => new FieldExplanation(Field, Says(j), null, [], []))] };
    }

    /// <summary>Judgements on the thing itself, and those that linking brought to bear on it.</summary>
    public IEnumerable<(Judgement Judgement, JudgementOutcome? Outcome)> Of(string? id) => all.Where(j => id is null || Bears(j, id)).Select(j => (j, outcomes.GetValueOrDefault(j.Id)));

    private bool Bears(Judgement judgement, string id) =>
        judgement.Id == id || judgement.Subject.Id == id || judgement.Other?.Id == id || judgement.Subject.Claims.Any(c => c.ClaimId == id)
        || (outcomes.TryGetValue(judgement.Id, out JudgementOutcome? outcome) && outcome.EventId == id);

    /// <summary>A judgement on stories changes how many voices an event has.</summary>
    private static bool NamesArticle(Judgement judgement, string article) =>
        judgement.Subject.Articles.Any(a => a.ArticleId == article) || (judgement.Other is { } other && other.Articles.Any(a => a.ArticleId == article));

    /// <summary>Judgements on the stories that the articles stand in, in words.</summary>
    public IEnumerable<string> OnArticles(IReadOnlyCollection<string> articles) => all.Where(j => articles.Any(a => NamesArticle(j, a))).Select(Says);

    private string Says(Judgement judgement)
    {
        string state = outcomes.TryGetValue(judgement.Id, out JudgementOutcome? outcome) ? outcome.State == JudgementState.Applied ? "" : $" [{Json.Word(outcome.State)}{(outcome.Detail is { } why ? ": " + why : "")}]" : " [not linked yet]";
        return $"{JudgementBook.Saying(judgement)} ({judgement.Subject.Id}) ← {By(judgement)}{state}";
    }

    private string? Worded(string? rule)
    {
        int at = rule?.IndexOf(Judgement.RulePrefix, StringComparison.Ordinal) ?? -1;
        return at == 0 && all.FirstOrDefault(j => j.Rule.Value == rule) is { } judgement ? "judgement by " + By(judgement) : rule;
    }

    private static string By(Judgement judgement) => $"{judgement.By} at {judgement.At}{(judgement.Reason is { } reason ? $" ← {reason}" : "")} ({judgement.Id})";
}
