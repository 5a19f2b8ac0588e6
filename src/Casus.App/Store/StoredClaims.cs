using System.Text.Encodings.Web;
using System.Text.Json;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>The claims of the store, of which only those are read that judgements name.</summary>
internal sealed class StoredClaims(CasusStore store) : IClaimSource, IDisposable
{
    private readonly Statement byId = store.Prepare("SELECT kind, record FROM claim WHERE id = $1 ORDER BY article_id LIMIT 1");
    private readonly Statement inText = store.Prepare("SELECT DISTINCT c.id FROM article a JOIN claim c ON c.article_id = a.id WHERE a.text_id = $1");
    private readonly Statement withSentence = store.Prepare("SELECT DISTINCT id FROM claim WHERE type = $1 AND instr(record, $2) > 0");
    private readonly Statement articlesOf = store.Prepare("SELECT article_id FROM claim WHERE id = $1 ORDER BY article_id");
    private readonly Statement naming = store.Prepare("SELECT article_id FROM claim_actor WHERE actor_id = $1 UNION SELECT article_id FROM claim WHERE kind = 'event' AND instr(record, '\"provisional\"') > 0 AND instr(record, $2) > 0");

    public Claim? WithId(string id) => byId.Rows(r => Records.ReadClaim(r.GetString(0), r.GetString(1)), id) is [var claim] ? claim : null;

    public IEnumerable<Claim> InText(TextId text) => inText.Rows(r => r.GetString(0), text.Value).Select(WithId).OfType<Claim>().Where(c => ClaimAnchor.Of(c).Text == text);

    /// <summary>Walks all claims of the type: asked only where neither id nor text of a judged claim is left.</summary>
    public IEnumerable<Claim> WithSentence(string sentence, string type) => withSentence.Rows(r => r.GetString(0), type, Quoted(sentence)).Select(WithId).OfType<Claim>();

    /// <summary>Articles that hold a claim of this id.</summary>
    public List<string> Articles(string claim) => articlesOf.Rows(r => r.GetString(0), claim);

    /// <summary>Articles with a claim that names the actor, be it one that no file of knowledge/ has.</summary>
    public List<string> Naming(string actor) => naming.Rows(r => r.GetString(0), actor, Quoted(actor));

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[byId, inText, withSentence, articlesOf, naming])
        {
            statement.Dispose();
        }
    }

    /// <summary>As it stands in a record.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
