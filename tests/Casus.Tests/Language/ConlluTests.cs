using Casus.Language;
using Xunit;

namespace Casus.Tests.Language;

public class ConlluTests
{
    private const string Given = """
        # sent_id = one
        # text = Ann's dog didn't bark.
        1-2	Ann's	_	_	_	_	_	_	_	_
        1	Ann	_	_	_	_	_	_	_	_
        2	's	_	_	_	_	_	_	_	_
        3	dog	_	_	_	_	_	_	_	_
        4-5	didn't	_	_	_	_	_	_	_	_
        4	did	_	_	_	_	_	_	_	_
        5	n't	_	_	_	_	_	_	_	_
        6	bark	_	_	_	_	_	_	_	SpaceAfter=No
        7	.	_	_	_	_	_	_	_	_

        # sent_id = two
        1	Rain	_	_	_	_	_	_	_	_

        """;

    private readonly ConlluWriter writer = new(RepositoryModel.Model);

    [Fact]
    public void GivenTokensLimitsAndCommentsStay()
    {
        string given = Given.ReplaceLineEndings("\n");
        string[] lines = [.. writer.ParseTokens(new StringReader(given))];
        string[] blanked = [.. lines.Select(l => l.Split('\t') is { Length: 10 } c ? string.Join('\t', [c[0], c[1], .. Enumerable.Repeat("_", 7), c[9]]) : l)];
        Assert.Equal(given.TrimEnd('\n').Split('\n'), blanked[..^1]);
        Assert.Contains(lines, l => l.StartsWith("3\tdog\tdog\tNOUN\tNN\t_\t6\tnsubj\t", StringComparison.Ordinal));
    }

    [Fact]
    public void WrittenTextReadsBackAsTheSameTokens()
    {
        const string Text = "Ann's dog didn't bark (it cannot).\nAll was quiet.\n\nNext day, it rained.";
        string conllu = string.Join('\n', writer.ParseText(new StringReader(Text)));
        ConlluSentence[] sentences = [.. ConlluReader.Read(new StringReader(conllu))];
        Assert.Equal(3, sentences.Length);
        Assert.Equal(["1-2", "4-5", "9-10"], sentences[0].Lines.Where(l => l.IsRange).Select(l => l.Id));
        Assert.Equal(2, sentences.Count(s => s.Comments.Contains("# newpar")));
        string again = string.Join('\n', writer.ParseTokens(new StringReader(conllu)));
        Assert.Equal(conllu, again);
        string spaced = string.Concat(sentences.SelectMany(s => s.Words).Select(w => w.Form));
        Assert.Equal(string.Concat(Text.Where(c => !char.IsWhiteSpace(c))), spaced);
    }

    [Fact]
    public void LinesOfAnotherShapeAreNamed()
    {
        var error = Assert.Throws<InvalidDataException>(() => ConlluReader.Read(new StringReader("# c\n1\tRain\n")).ToList());
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }
}
