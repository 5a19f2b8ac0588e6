using System.Globalization;
using System.Text;

namespace Casus.Claims;

/// <summary>Ids of claims: a hash of what a claim says and where it says it, so that the same words give the same id.</summary>
internal static class ClaimIds
{
    public static string Of(string article, string kind, string type, TextSpan trigger, IEnumerable<Party> a, IEnumerable<Party> b, IEnumerable<Toll> tolls, Factuality factuality)
    {
        var text = new StringBuilder();
        foreach (Party party in a)
        {
            Write(text, 'a', party);
        }

        foreach (Party party in b)
        {
            Write(text, 'b', party);
        }

        foreach (Toll toll in tolls)
        {
            text.Append('t').Append(toll.Kind).Append(toll.Min.ToString(CultureInfo.InvariantCulture)).Append('-').Append(toll.Max?.ToString(CultureInfo.InvariantCulture)).Append(';');
        }

        return "c-" + ContentHash.Of(article, kind, type, trigger.ToString(), text.ToString(), factuality.ToString());
    }

    private static void Write(StringBuilder text, char role, Party party) =>
        text.Append(role).Append(party.Evidence.Span?.ToString()).Append(party.ActorId).Append(';');
}
