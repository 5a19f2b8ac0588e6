using System.Collections.Immutable;
using Casus.Articles;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Language;

namespace Casus;

// Until Reader.cs and Linker.cs hold the real ones: sentences of plain text and nothing more. Delete this file then.
public sealed class Reader(KnowledgeBase knowledge, LanguageModel model)
{
    private readonly TextParser parser = new(model);

    public ReadOutcome Read(Page page)
    {
        _ = knowledge;
        string text = System.Text.Encoding.UTF8.GetString(page.Bytes.Span);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new PageRefused(page, new Refused(RefusalReason.Empty, "There is nothing in it."));
        }

        var blocks = ImmutableArray.Create(new Block(BlockKind.Paragraph, new TextSpan(0, text.Length)));
        var article = new Article("a-" + ContentHash.Of(text), page.Id, TextId.Of(text), text, blocks, null, [], null, null, "en", page.Known.Address);
        return new PageRead(page, article, new Reading(new Analysis(article, parser.Parse(text), [], [], [], [], []), [], []));
    }
}
