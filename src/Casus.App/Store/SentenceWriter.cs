using System.Collections.Immutable;
using System.Text.Json;

namespace Casus.App.Store;

/// <summary>Puts an article's sentences where they are searched.</summary>
internal sealed class SentenceWriter(CasusStore store) : IDisposable
{
    private readonly Statement clear = store.Prepare("DELETE FROM sentence WHERE article_id = $1");
    private readonly Statement add = store.Prepare("INSERT INTO sentence (article_id, number, text) VALUES ($1, $2, $3)");

    /// <summary>In the place of what was there. To be called in a transaction.</summary>
    public void Put(string article, string text, ImmutableArray<TextSpan> sentences)
    {
        clear.Run(article);
        for (int i = 0; i < sentences.Length; i++)
        {
            add.Run(article, i, sentences[i].Of(text));
        }
    }

    public void Dispose()
    {
        clear.Dispose();
        add.Dispose();
    }

    /// <summary>Brings an older store up to date for those who will only read it, and tells what is wrong with one that cannot be used.</summary>
    public static void Prepare(string path)
    {
        using CasusStore store = CasusStore.OpenExisting(path);
        Complete(store);
    }

    /// <summary>Fills in the articles that a store of an earlier version holds.</summary>
    public static void Complete(CasusStore store)
    {
        using Statement state = store.Prepare("SELECT value FROM state WHERE key = $1");
        if (store.Read(() => state.Scalar(StateKey.Unsearched)) is not "1")
        {
            return;
        }

        store.Write(() =>
        {
            using var sentences = new SentenceWriter(store);
            using Statement missing = store.Prepare("SELECT id, text, record FROM article WHERE id NOT IN (SELECT article_id FROM sentence)");
            missing.Each(r => sentences.Put(r.GetString(0), r.GetString(1), JsonSerializer.Deserialize(r.GetString(2), Records.Json.ArticleRecord)!.Pieces));
            using Statement done = store.Prepare("UPDATE state SET value = '0' WHERE key = $1");
            return done.Run(StateKey.Unsearched);
        });
    }
}
