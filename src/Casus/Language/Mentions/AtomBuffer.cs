using System.Globalization;

namespace Casus.Language;

/// <summary>A token or a piece of one: "mid-November" is three atoms whatever the tokenizer made of it.</summary>
/// <param name="Token">Index of the token that holds it.</param>
internal readonly record struct Atom(int Begin, int End, int Token)
{
    public TextSpan Span => new(Begin, End);
}

/// <summary>
/// The tokens of one sentence cut further at hyphens, slashes and currency signs, so that readers of numbers and times do not
/// depend on how a tokenizer treats "year-ago", "20-30" or "$5". Filled anew for every sentence.
/// </summary>
internal sealed class AtomBuffer
{
    private Atom[] atoms = new Atom[128];

    public string Text { get; private set; } = "";

    public int Count { get; private set; }

    public Atom this[int index] => atoms[index];

    public ReadOnlySpan<char> Word(int index) => Text.AsSpan(atoms[index].Begin, atoms[index].End - atoms[index].Begin);

    public void Fill(string text, Sentence sentence)
    {
        Text = text;
        Count = 0;
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            TextSpan span = sentence.Tokens[i].Span;
            int begin = Count > 0 ? Math.Max(span.Begin, atoms[Count - 1].End) : span.Begin;
            if (begin < span.End)
            {
                Cut(new TextSpan(begin, span.End), i);
            }
        }
    }

    private void Cut(TextSpan span, int token)
    {
        ReadOnlySpan<char> word = span.In(Text);
        int iso = IsoLength(Text.AsSpan(span.Begin)) is > 0 and var whole ? whole : NumericLength(Text, span.Begin);
        if (iso > 0)
        {
            Add(span.Begin, Math.Max(span.Begin + iso, span.End), token);
            return;
        }

        int start = 0;
        for (int i = 0; i < word.Length; i++)
        {
            if (!Cuts(word[i]))
            {
                continue;
            }

            if (i > start)
            {
                Add(span.Begin + start, span.Begin + i, token);
            }

            Add(span.Begin + i, span.Begin + i + 1, token);
            start = i + 1;
        }

        if (start < word.Length)
        {
            Add(span.Begin + start, span.End, token);
        }
    }

    /// <summary>10 where a text begins with 2024-12-25 and no further digit or hyphen, else 0: a tokenizer may have cut it.</summary>
    private static int IsoLength(ReadOnlySpan<char> text) =>
        text.Length >= 10 && IsIsoDate(text[..10]) && (text.Length == 10 || !(char.IsAsciiDigit(text[10]) || text[10] == '-')) ? 10 : 0;

    /// <summary>The length of "25/12/2024" or "12.25.2024" at a place, else 0: see <see cref="NumericDate"/>.</summary>
    private static int NumericLength(string text, int at)
    {
        if (!char.IsAsciiDigit(text[at]) || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '-' or '.')))
        {
            return 0;
        }

        int end = at;
        while (end < text.Length && end - at < 10 && (char.IsAsciiDigit(text[end]) || text[end] is '/' or '.' or '-'))
        {
            end++;
        }

        end -= text[end - 1] == '.' ? 1 : 0;
        return (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '/' or '-')) && NumericDate(text.AsSpan(at, end - at)) is not null ? end - at : 0;
    }

    /// <summary>
    /// The day of "25/12/2024", "12/25/2024" or "25.12.2024"; null for other words, and where day and month could each be the other ("11/03/2024": continents write them differently).
    /// </summary>
    internal static DateOnly? NumericDate(ReadOnlySpan<char> word)
    {
        int first = word.IndexOfAny('/', '.', '-');
        int length = first < 0 ? -1 : word[(first + 1)..].IndexOf(word[first]);
        if (first is not (1 or 2) || length is not (1 or 2) || word.Length != first + length + 6)
        {
            return null;
        }

        ReadOnlySpan<char> one = word[..first], two = word.Slice(first + 1, length), year = word[^4..];
        if (!AllDigits(one) || !AllDigits(two) || !AllDigits(year))
        {
            return null;
        }

        int a = int.Parse(one, CultureInfo.InvariantCulture), b = int.Parse(two, CultureInfo.InvariantCulture), y = int.Parse(year, CultureInfo.InvariantCulture);
        if (y is < 1000 or > 2999 || a < 1 || b < 1 || (a <= 12 && b <= 12 && a != b) || (a > 12 && b > 12))
        {
            return null;
        }

        (int day, int month) = a > 12 ? (a, b) : (b, a);
        return day <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, day) : null;
    }

    private static bool Cuts(char c) => c is '-' or '–' or '—' or '/' or '$' or '€' or '£' or '₹' or '%' or '+' or '(' or ')';

    /// <summary>2024-12-25 with or without a clock time after it.</summary>
    internal static bool IsIsoDate(ReadOnlySpan<char> word) =>
        word.Length >= 10 && word[4] == '-' && word[7] == '-'
        && AllDigits(word[..4]) && AllDigits(word[5..7]) && AllDigits(word[8..10])
        && (word.Length == 10 || word[10] is 'T' or 't');

    /// <summary>Pieces of one written word that hold a digit stay together: a tokenizer may cut "Q3" or "10am".</summary>
    private bool Continues(Atom last, int begin) =>
        last.End == begin && char.IsLetterOrDigit(Text[begin]) && char.IsLetterOrDigit(Text[begin - 1])
        && (char.IsAsciiDigit(Text[begin]) || char.IsAsciiDigit(Text[begin - 1]));

    internal static bool AllDigits(ReadOnlySpan<char> word) => word.Length > 0 && !word.ContainsAnyExceptInRange('0', '9');

    private void Add(int begin, int end, int token)
    {
        if (Count > 0 && Continues(atoms[Count - 1], begin))
        {
            atoms[Count - 1] = atoms[Count - 1] with { End = end };
            return;
        }

        if (Count == atoms.Length)
        {
            Array.Resize(ref atoms, atoms.Length * 2);
        }

        atoms[Count++] = new Atom(begin, end, token);
    }
}
