using System.Buffers;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Articles;

/// <summary>The table articles/stubs: phrases by which a page says that it holds no article, or only the beginning of one.</summary>
internal sealed class StubCues
{
    private readonly SearchValues<string> paywall;
    private readonly SearchValues<string> consent;
    private readonly SearchValues<string> scripts;

    public StubCues(KnowledgeTable table)
    {
        int cue = table.Column("cue"), kind = table.Column("kind");
        paywall = Of(RefusalReason.Paywall);
        consent = Of(RefusalReason.CookieWall);
        scripts = Of(RefusalReason.ScriptOnly);

        SearchValues<string> Of(string reason) => SearchValues.Create([.. table.Rows.Where(r => r[kind] == reason).Select(r => r[cue])], StringComparison.OrdinalIgnoreCase);
    }

    public bool IsPaywall(ReadOnlySpan<char> line) => line.ContainsAny(paywall);

    public bool IsConsent(ReadOnlySpan<char> line) => line.ContainsAny(consent);

    public bool AsksForScripts(ReadOnlySpan<char> line) => line.ContainsAny(scripts);

    /// <summary>Share of the running text, 0 to 1, that stands in blocks which ask for consent.</summary>
    public double ConsentShare(ImmutableArray<DraftBlock> body)
    {
        int all = 0, asking = 0;
        foreach (DraftBlock block in body)
        {
            all += block.Text.Length;
            asking += IsConsent(block.Text) ? block.Text.Length : 0;
        }

        return all == 0 ? 0 : (double)asking / all;
    }
}
