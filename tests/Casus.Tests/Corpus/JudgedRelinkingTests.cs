using System.Globalization;
using System.Text.Json;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;
using Casus.Events;
using Casus.Tests.App;
using Xunit;

namespace Casus.Tests.Corpus;

/// <summary>A record that grows while people judge it is linked where pages and judgements touch it: the result is that of linking all of it with all that was judged.</summary>
public sealed class JudgedRelinkingTests : IDisposable
{
    private static readonly string[] Compared = [.. StoreDump.Linked, "judgement", "judgement_outcome", "judgement_dispute"];

    private readonly Workplace place = new();
    private readonly Linker linker = new(WholeEngine.Knowledge);

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(5)]
    [InlineData(11)]
    [InlineData(23)]
    public void Judging_as_pages_come_gives_what_linking_all_with_all_judgements_gives(int seed)
    {
        var random = new Random(seed);
        ReadOutcome[] pages = WholeEngine.Retold();
        random.Shuffle(pages);
        using CasusStore grown = CasusStore.OpenOrCreate(place.Store + "grown.db"), whole = CasusStore.OpenOrCreate(place.Store + "whole.db");
        foreach (ReadOutcome[] some in pages.Chunk(7))
        {
            GrownStore.Add(grown, some);
            Link(grown);
            for (int i = random.Next(1, 5); i > 0; i--)
            {
                Judge(grown, random);
            }

            if (random.Next(2) == 0)
            {
                Link(grown);
            }
        }

        Link(grown);
        GrownStore.Add(whole, pages);
        foreach (Judgement judgement in JudgementTable.All(grown))
        {
            JudgementTable.Append(whole, judgement, GrownStore.Now);
        }

        Link(whole);
        Assert.Equal(StoreDump.Of(whole, Compared), StoreDump.Of(grown, Compared));
        Assert.Contains(JudgementTable.Outcomes(whole).Values, o => o.State == JudgementState.Applied && o.EventId is not null);
        Assert.Equal(InMemory(pages, whole), Strings(whole, "SELECT record FROM event ORDER BY id"));
    }

    /// <summary>What the engine makes of the same without a store.</summary>
    private string[] InMemory(ReadOutcome[] pages, CasusStore judged)
    {
        LinkArticle[] articles = [.. pages.OfType<PageRead>().Select(p => new LinkArticle(p.Article.Id, p.Article.Text, p.Article.Published?.Value.Day, p.Article.Outlet?.Value, p.Reading!.Claims, p.Reading.Links))];
        return [.. linker.Link(articles, JudgementTable.Book(judged)).Events.Select(e => JsonSerializer.Serialize(e, Records.Json.Event))];
    }

    private void Link(CasusStore store) => LinkWriter.Link(store, linker, WholeEngine.Knowledge);

    private static void Judge(CasusStore store, Random random)
    {
        var subjects = new JudgementSubjects(store, () => WholeEngine.Knowledge);
        string by = random.Next(2) == 0 ? "anna" : "boris";
        string[] events = Strings(store, "SELECT id FROM event ORDER BY id"), claims = Strings(store, "SELECT DISTINCT id FROM claim WHERE kind = 'event' ORDER BY id");
        JudgementSubject told = subjects.Event(Any(events)), other = subjects.Event(Any(events));
        Judgement? draft = random.Next(11) switch
        {
            0 => Of(told, JudgementVerb.Accept),
            1 => Of(told, JudgementVerb.Reject),
            2 => Of(told, JudgementVerb.Correct, field: "killed", value: random.Next(1, 90).ToString(CultureInfo.InvariantCulture)),
            3 => Of(told, JudgementVerb.Correct, field: "time", value: $"2025-0{random.Next(1, 7)}-1{random.Next(0, 9)}"),
            4 => Of(subjects.Find(Any(claims)), JudgementVerb.Correct, field: "time", value: $"2025-0{random.Next(1, 7)}-0{random.Next(1, 9)}"),
            5 => Of(subjects.Find(Any(claims)), JudgementVerb.Reject),
            6 when told.Id != other.Id => Of(told, JudgementVerb.Same, other),
            7 when told.Id != other.Id => Of(told, JudgementVerb.Different, other),
            8 when told.Claims.Length > 1 => Of(told, JudgementVerb.Split, subjects.Part(told, [told.Claims[0].ClaimId])),
            9 when JudgementTable.All(store) is { Count: > 0 } all && all[random.Next(all.Count)] is var taken => Of(taken.Subject, JudgementVerb.Withdraw, withdraws: taken.Id),
            10 when Strings(store, "SELECT id FROM actor ORDER BY id") is { Length: > 1 } actors => Of(JudgementSubject.Actor(Any(actors)), JudgementVerb.Same, JudgementSubject.Actor(Any(actors))),
            _ => null,
        };
        if (draft is not null)
        {
            JudgementTable.Append(store, draft, GrownStore.Now);
        }

        Judgement Of(JudgementSubject subject, JudgementVerb verb, JudgementSubject? other = null, string? field = null, string? value = null, string? withdraws = null) => new("", 0, "", by, verb, subject, other, field, value, Withdraws: withdraws);

        string Any(string[] ids) => ids[random.Next(ids.Length)];
    }

    private static string[] Strings(CasusStore store, string sql)
    {
        using Statement all = store.Prepare(sql);
        return [.. all.Rows(r => r.GetString(0))];
    }
}
