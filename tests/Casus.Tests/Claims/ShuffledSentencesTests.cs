using Casus.Articles;
using Casus.Language;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Sentences of the sample pages in any order are coded without failing: what goes on from sentence to sentence meets every neighbour.</summary>
public sealed class ShuffledSentencesTests
{
    [Fact]
    public void Any_order_of_sentences_is_coded()
    {
        string[] sentences =
        [
            .. WholeEngine.Samples.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value).OfType<PageRead>()
                .Where(p => p.Reading is not null)
                .SelectMany(p => p.Reading!.Analysis.Sentences.Select(s => s.Span.Of(p.Article.Text).ReplaceLineEndings(" ")))
                .Where(s => s.Length > 40),
        ];
        for (int round = 200; round < 230; round++)
        {
            var chance = new Random(round);
            string text = string.Join("\n\n", Enumerable.Range(0, 8).Select(_ => string.Join(' ', Enumerable.Range(0, 4).Select(_ => sentences[chance.Next(sentences.Length)]))));
            PageRead read = WholeEngine.ReadText($"shuffled-{round}", text, new DateOnly(2024, 12, 31));
            foreach (Casus.Claims.Claim claim in read.Reading!.Claims)
            {
                Assert.InRange(claim.Sentence, 0, read.Reading.Analysis.Sentences.Length - 1);
            }
        }
    }
}
