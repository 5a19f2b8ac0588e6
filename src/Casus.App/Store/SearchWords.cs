using System.Text;

namespace Casus.App.Store;

/// <summary>
/// What people search for, as a query of FTS5: every word must stand in the sentence, in any of its forms; "words in quotes" stand side by
/// side; a word with * is the beginning of one; OR between two: one of them; a word after - must not be there.
/// </summary>
internal static class SearchWords
{
    private const string Or = "OR";

    /// <summary>As <see cref="Query"/>, with the index complete.</summary>
    public static string Match(CasusStore store, string text)
    {
        string query = Query(text);
        SentenceWriter.Complete(store);
        return query;
    }

    /// <exception cref="Trouble">There is nothing to search for.</exception>
    public static string Query(string text)
    {
        var wanted = new StringBuilder();
        var unwanted = new List<string>();
        bool or = false;
        foreach ((string term, bool isNot) in Terms(text))
        {
            if (term == Or)
            {
                or = wanted.Length > 0;
            }
            else if (isNot)
            {
                unwanted.Add(term);
            }
            else
            {
                wanted.Append(wanted.Length == 0 ? "" : or ? " OR " : " AND ").Append(term);
                or = false;
            }
        }

        return wanted.Length == 0 ? throw Trouble.Usage($"“{text}” holds no word to search for: give at least one that must be there.")
            : unwanted.Count == 0 ? wanted.ToString() : $"({wanted}) NOT ({string.Join(" OR ", unwanted)})";
    }

    private static IEnumerable<(string Term, bool IsNot)> Terms(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            bool isNot = text[at] == '-';
            at += isNot ? 1 : 0;
            bool quoted = at < text.Length && text[at] == '"';
            int begin = quoted ? at + 1 : at;
            int end = begin;
            while (end < text.Length && (quoted ? text[end] != '"' : !char.IsWhiteSpace(text[end]) && text[end] != '"'))
            {
                end++;
            }

            string word = text[begin..end];
            at = quoted ? Math.Min(end + 1, text.Length) : end;
            if (word == Or && !quoted && !isNot)
            {
                yield return (Or, false);
            }
            else if (word.Any(char.IsLetterOrDigit))
            {
                yield return ($"\"{word.TrimEnd('*')}\"{(word[^1] == '*' ? "*" : "")}", isNot);
            }
        }
    }
}
