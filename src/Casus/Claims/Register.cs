namespace Casus.Claims;

/// <summary>
/// What kind of writing an article is, as far as it decides how words are meant. In a match report teams attack, bowlers strike and
/// captains surrender: where the words of a sport stand close, violence without victims is the game.
/// </summary>
internal static class Register
{
    /// <summary>Different words of sport that a report has at the least.</summary>
    private const int DistinctWords = 4;

    /// <summary>Share of all tokens that are words of sport.</summary>
    private const double Density = 0.015;

    /// <summary>Material conflict by PLOVER's quad classes.</summary>
    private const int MaterialConflict = 4;

    public static bool IsSport(IReadOnlyList<SentenceView> views, Lexicon lexicon) => IsOf("sport", views, lexicon, DistinctWords, Density);

    /// <summary>Whether an article holds so many different words of a list, and so large a share of them.</summary>
    public static bool IsOf(string list, IReadOnlyList<SentenceView> views, Lexicon lexicon, int leastDistinct, double leastShare)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        int found = 0, all = 0;
        foreach (SentenceView s in views)
        {
            all += s.Count;
            for (int i = 0; i < s.Count; i++)
            {
                if (lexicon.In(list, s.Lemma(i)))
                {
                    found++;
                    distinct.Add(s.Lemma(i));
                }
            }
        }

        return distinct.Count >= leastDistinct && found >= all * leastShare;
    }

    /// <summary>Whether a sentence alone tells of a game: two words of sport, and none of arms ("gunmen fired at the cricketers' bus").</summary>
    public static bool IsSport(SentenceView s, Lexicon lexicon)
    {
        string? first = null;
        bool two = false;
        for (int i = 0; i < s.Count; i++)
        {
            string lemma = s.Lemma(i);
            if (lexicon.In("armed", lemma))
            {
                return false;
            }

            if (lexicon.In("sport", lemma))
            {
                two |= first is not null && first != lemma;
                first ??= lemma;
            }
        }

        return two;
    }

    /// <summary>
    /// Whether a draft of a sport report is the game and no event: conflict in which nobody is counted as killed or hurt. What crowds do
    /// outside the ground is real.
    /// </summary>
    public static bool IsTheGame(Draft draft, Lexicon lexicon) =>
        draft.Tolls.IsEmpty && draft.Type != "PROTEST" && lexicon.Knowledge.Ontology.Find(draft.Type) is { Quad: MaterialConflict };
}
