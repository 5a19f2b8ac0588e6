using System.Collections.Concurrent;

namespace Casus.App.Web;

/// <summary>Answers that took a walk over the events, for as long as the store stays as it is.</summary>
internal sealed class Remembered(StorePool stores)
{
    private const int Most = 100;

    private readonly ConcurrentDictionary<string, object> answers = new(StringComparer.Ordinal);
    private long version;

    /// <param name="address">What is asked, in full.</param>
    public T Get<T>(string address, Func<T> ask)
        where T : notnull
    {
        long now = stores.Version;
        if (Interlocked.Exchange(ref version, now) != now || answers.Count >= Most)
        {
            answers.Clear();
        }

        if (answers.TryGetValue(address, out object? known) && known is T answer)
        {
            return answer;
        }

        T fresh = ask();
        if (stores.Version == now)
        {
            answers[address] = fresh;
        }

        return fresh;
    }
}
