using System.Collections.Frozen;
using System.Text;

namespace Casus.Language;

/// <summary>
/// Lemmas from the treebanks: by (form, tag), else by (lower form, tag), else by the longest known ending under that tag, else the
/// form (names) or its lower case. Where an ending leads to no word ever seen ("bombed" → "bom") and another way of taking the inflection off
/// leads to one, that is taken. The tag is UPOS and XPOS joined by "|".
/// </summary>
internal sealed class Lemmatiser
{
    public const int LongestEnding = 6;
    private readonly FrozenDictionary<string, string> forms;
    private readonly FrozenDictionary<string, string> endings;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> formLookup, endingLookup;
    private readonly FrozenSet<string> bases;

    private Lemmatiser(FrozenDictionary<string, string> forms, FrozenDictionary<string, string> endings, FrozenSet<string> bases)
    {
        this.bases = bases;
        this.forms = forms;
        this.endings = endings;
        formLookup = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        endingLookup = endings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Rows "F word tag TAB lemma" and "E ending tag TAB cut+appendix"; the fields of a key are parted by a space.</summary>
    /// <param name="bases">Words seen, in small letters.</param>
    public static Lemmatiser Read(ReadOnlyMemory<byte> bytes, FrozenSet<string> bases)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        var endings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, string value) in WordTable.Rows(bytes))
        {
            (key[0] == 'F' ? forms : endings)[key[2..]] = value;
        }

        return new(forms.ToFrozenDictionary(StringComparer.Ordinal), endings.ToFrozenDictionary(StringComparer.Ordinal), bases);
    }

    public string Lemma(string form, string upos, string xpos)
    {
        if (form.Length > 64)
        {
            return form;
        }

        Span<char> key = stackalloc char[form.Length + upos.Length + xpos.Length + 2];
        form.CopyTo(key);
        key[form.Length] = ' ';
        upos.CopyTo(key[(form.Length + 1)..]);
        key[form.Length + 1 + upos.Length] = '|';
        xpos.CopyTo(key[(form.Length + upos.Length + 2)..]);
        if (formLookup.TryGetValue(key, out string? lemma))
        {
            return lemma;
        }

        bool name = upos == "PROPN";
        CharKinds.Fold(form, key);
        if (!name && formLookup.TryGetValue(key, out lemma))
        {
            return lemma;
        }

        string shape = name ? form : form.ToLowerInvariant();
        string byEnding = ByEnding(key, form.Length, shape);
        return name || bases.Contains(byEnding) ? byEnding : Inflections.Base(shape, xpos, bases) ?? byEnding;
    }

    private string ByEnding(ReadOnlySpan<char> key, int length, string shape)
    {
        for (int ending = Math.Min(LongestEnding, length - 1); ending >= 0; ending--)
        {
            if (endingLookup.TryGetValue(key[(length - ending)..], out string? rule))
            {
                int plus = rule.IndexOf('+');
                int cut = int.Parse(rule.AsSpan(0, plus), System.Globalization.CultureInfo.InvariantCulture);
                return cut <= shape.Length - 1 ? string.Concat(shape.AsSpan(0, shape.Length - cut), rule.AsSpan(plus + 1)) : shape;
            }
        }

        return shape;
    }

    /// <summary>How an ending is changed to get the lemma: "cut+appendix".</summary>
    public static string Rule(string form, string lemma)
    {
        int common = 0;
        while (common < form.Length && common < lemma.Length && form[common] == lemma[common])
        {
            common++;
        }

        return new StringBuilder().Append(form.Length - common).Append('+').Append(lemma, common, lemma.Length - common).ToString();
    }
}
