using Casus.App.Store;
using Casus.Knowledge;

namespace Casus.App.Explain;

/// <summary>The one actor that a word on the command line means.</summary>
internal static class NamedActor
{
    /// <summary>By id, by the last part of one, by code of a country, or by name; of several the one that most events name.</summary>
    /// <exception cref="Trouble">Nobody is called so.</exception>
    public static Actor Find(CasusStore store, ActorCatalogue actors, string words)
    {
        if (actors.Find(words.ToUpperInvariant()) is { } byId)
        {
            return byId;
        }

        Actor[] named = [.. actors.All.Where(a => a.Name.Equals(words, StringComparison.OrdinalIgnoreCase) || a.Id.EndsWith("." + words, StringComparison.OrdinalIgnoreCase) || a.Names.Any(n => n.Alone && !n.Demonym && n.Text.Equals(words, StringComparison.OrdinalIgnoreCase)))];
        if (named.Length == 0)
        {
            named = [.. actors.All.Where(a => a.Name.Contains(words, StringComparison.OrdinalIgnoreCase))];
        }

        return named.Length switch
        {
            0 => throw Trouble.Usage($"Nobody is called {words}: `casus show actors` lists who is in the store, `casus actors check` tells which names are known."),
            1 => named[0],
            _ => store.Read(() =>
            {
                using Statement count = store.Prepare("SELECT count(*) FROM event_actor WHERE actor_id = $1");
                return named.OrderByDescending(a => (long)count.Scalar(a.Id)!).ThenBy(a => a.Id.Length).ThenBy(a => a.Id, StringComparer.Ordinal).First();
            }),
        };
    }
}
