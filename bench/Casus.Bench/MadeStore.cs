using System.Collections.Immutable;
using System.Globalization;
using Casus.App;
using Casus.App.Store;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.Bench;

/// <summary>A store whose rows a seed makes: three claims in two events, ten in seven articles of 2,000 characters, each article a story of its own.</summary>
internal static class MadeStore
{
    private const int ArticleLength = 2000, Chunk = 30_000;

    /// <param name="events">Rounded up to an even number.</param>
    public static void Write(string path, int events, KnowledgeBase knowledge)
    {
        using CasusStore store = CasusStore.OpenOrCreate(path);
        store.Connection.Run("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000; DROP INDEX claim_by_type; DROP INDEX claim_by_place; DROP INDEX event_by_type; DROP INDEX event_by_day");
        var made = new MadeClaims(knowledge);
        int claims = (events + 1) / 2 * 3;
        store.Write(() =>
        {
            Articles(store, made, claims);
            Events(store, made, claims, knowledge);
            return 0;
        });
    }

    private static void Articles(CasusStore store, MadeClaims made, int claims)
    {
        string filler = string.Concat(Enumerable.Repeat("Nothing else was known by the evening. ", ArticleLength / 39 + 1));
        using Statement page = store.Prepare("INSERT INTO page (id, name, format, size, outcome, article_id, knowledge, model, read_at) VALUES ($1, $1, 'Html', 2000, 'read', $2, 'made', 'made', '')");
        using Statement article = store.Prepare("INSERT INTO article (id, page_id, text_id, title, outlet, published, language, text, record) VALUES ($1, $2, $3, $4, 'outlet', $5, 'en', $6, '{}')");
        using Statement edition = store.Prepare("INSERT INTO edition (article_id, story_id, position, kind, overlap) VALUES ($1, $2, 0, 'original', 1)");
        using Statement add = store.Prepare("INSERT INTO claim (article_id, id, position, kind, type, factuality, sentence, record) VALUES ($1, $2, $3, 'event', $4, 'asserted', 0, $5)");
        for (int i = 0; i < claims;)
        {
            long number = MadeClaims.ArticleOf(i);
            string text = "", id = "";
            for (int position = 0; i < claims && MadeClaims.ArticleOf(i) == number; i++, position++)
            {
                ClaimInContext claim = made.Claim(i);
                text += claim.Claim.Trigger.Quote.PadRight(MadeClaims.LineWidth);
                if (position == 0)
                {
                    id = claim.Claim.ArticleId;
                    page.Run("p-" + id[2..], id);
                    edition.Run(id, claim.StoryId);
                }

                add.Run(id, claim.Claim.Id, position, claim.Claim.Type, Records.Write(claim.Claim));
                if (i + 1 == claims || MadeClaims.ArticleOf(i + 1) != number)
                {
                    article.Run(id, "p-" + id[2..], claim.Claim.Trigger.Text.Value, "What happened, part " + number.ToString(CultureInfo.InvariantCulture), claim.Published, text + filler[..(ArticleLength - text.Length)]);
                }
            }
        }
    }

    private static void Events(CasusStore store, MadeClaims made, int claims, KnowledgeBase knowledge)
    {
        var linker = new Linker(knowledge, Construction.LoadLinks());
        using var dyads = new DyadWriter(store, knowledge);
        for (int from = 0; from < claims; from += Chunk)
        {
            int pairs = Math.Min(Chunk, claims - from) / 3;
            var events = new Event?[2 * pairs];
            int first = from;
            Parallel.For(0, pairs, k =>
            {
                int at = first + 3 * k;
                events[2 * k] = linker.Resolve([made.Claim(at), made.Claim(at + 1)]);
                events[2 * k + 1] = linker.Resolve([made.Claim(at + 2)]);
            });
            ImmutableArray<Event> told = [.. events.OfType<Event>().OrderBy(e => e.Id, StringComparer.Ordinal)];
            LinkWriter.WriteEvents(store, told, knowledge);
            dyads.Add(told);
        }
    }
}
