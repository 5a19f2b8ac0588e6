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
        var rows = new RowsByTable("articles", "claims", "tolls", "statistics", "relations", "evidence");
        var ids = new List<string>();
        var problems = new List<string>();
        var cited = new List<CitedWords>();
        foreach (ArticleRecords article in chunk.Rows)
        {
            char[] lent = ArrayPool<char>.Shared.Rent(article.Text.Length);
            ReadOnlySpan<char> text = lent.AsSpan(0, Encoding.UTF8.GetChars(article.Text.Span, lent));
            var offsets = new CodePoints(text);
            rows.Lists[0].Rows.Add(article.Line(text, offsets));
            foreach ((string kind, ReadOnlyMemory<byte> record) in article.Claims)
            {
                Claim claim = Records.ReadClaim(kind, record.Span);
                ids.Add(claim.Id);
                Add(claim, rows);
                cited.Clear();
                CitedWords.Add(claim, cited);
                foreach (CitedWords words in cited)
                {
                    rows.Lists[5].Rows.Add(LineMaker.Evidence(claim, words, offsets));
                }

                ReleaseCheck.Evidence(claim, cited, article, text, problems);
            }

            ArrayPool<char>.Shared.Return(lent);
        }

        List<string> articles = [.. chunk.Rows.Select(a => a.Id)];
        chunk.Dispose();
        return new ArticleRows(articles, ids, problems, tables.Render(rows));
    }

    private static void Add(Claim claim, RowsByTable rows)
    {
        switch (claim)
        {
            case EventClaim told:
                rows.Lists[1].Rows.Add(LineMaker.Claim(told));
                rows.Lists[2].Rows.AddRange(LineMaker.Tolls(told));
                break;
            case StatisticClaim statistic:
                rows.Lists[3].Rows.Add(LineMaker.Statistic(statistic));
                break;
            case RelationClaim relation:
                rows.Lists[4].Rows.Add(LineMaker.Relation(relation));
                break;
        }
    }
}

internal sealed record ArticleRows(List<string> Articles, List<string> Claims, List<string> Problems, List<(ReleaseTable Table, RenderedRows Rows)> Rendered);
