using System.Buffers;
using System.Text;
using Casus.App.Store;
using Casus.Claims;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>What a chunk of articles with their claims gives to a release: each is decoded once.</summary>
internal sealed class ArticlePass(ReleaseTables tables)
{
    /// <summary>Pure.</summary>
    /// <param name="chunk">Given back when they are made.</param>
    public ArticleRows Make(LentRows<ArticleRecords> chunk)
    {
        RowsByTable rows = tables.Rows("articles", "claims", "tolls", "statistics", "relations", "evidence");
        var ids = new List<string>();
        var problems = new List<string>();
        var cited = new List<CitedWords>();
        foreach (ArticleRecords article in chunk.Rows)
        {
            char[] lent = ArrayPool<char>.Shared.Rent(article.Text.Length);
            ReadOnlySpan<char> text = lent.AsSpan(0, Encoding.UTF8.GetChars(article.Text.Span, lent));
            var offsets = new CodePoints(text);
            rows.Waiting[0].Add(article.Line(text, offsets));
            foreach ((string kind, ReadOnlyMemory<byte> record) in article.Claims)
            {
                Claim claim = Records.ReadClaim(kind, record.Span);
                ids.Add(claim.Id);
                Add(claim, rows);
                cited.Clear();
                CitedWords.Add(claim, cited);
                foreach (CitedWords words in cited)
                {
                    rows.Waiting[5].Add(LineMaker.Evidence(claim, words, offsets));
                }

                ReleaseCheck.Evidence(claim, cited, article, text, problems);
            }

            ArrayPool<char>.Shared.Return(lent);
            rows.Settle();
        }

        List<string> articles = [.. chunk.Rows.Select(a => a.Id)];
        chunk.Dispose();
        return new ArticleRows(articles, ids, problems, rows.Render());
    }

    private static void Add(Claim claim, RowsByTable rows)
    {
        switch (claim)
        {
            case EventClaim told:
                rows.Waiting[1].Add(LineMaker.Claim(told));
                rows.Waiting[2].AddRange(LineMaker.Tolls(told));
                break;
            case StatisticClaim statistic:
                rows.Waiting[3].Add(LineMaker.Statistic(statistic));
                break;
            case RelationClaim relation:
                rows.Waiting[4].Add(LineMaker.Relation(relation));
                break;
        }
    }
}

internal sealed record ArticleRows(List<string> Articles, List<string> Claims, List<string> Problems, List<(ReleaseTable Table, RenderedRows Rows)> Rendered);
