using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Casus.App.Store;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Web;

/// <summary>What an address asks for: the words of the filter bar. The address is the whole state of a view, so it can be shared, reloaded and gone back to.</summary>
/// <param name="Words">By field, as they were given; empty ones are left out.</param>
internal sealed record FilterForm(ImmutableDictionary<string, string> Words)
{
    public const string Type = "type", Mode = "mode", Actor = "actor", Exact = "exact", Place = "place", From = "from", To = "to", MinKilled = "min-killed", Outlet = "outlet", Factuality = "factuality", Confidence = "confidence", Text = "text";

    /// <summary>Named as the options of the command line are.</summary>
    public static readonly ImmutableArray<string> Fields = [Type, Mode, Actor, Exact, Place, From, To, MinKilled, Outlet, Factuality, Confidence, Text];

    public static FilterForm None { get; } = new(ImmutableDictionary<string, string>.Empty);

    public string? this[string field] => Words.GetValueOrDefault(field);

    /// <summary>Fields that narrow.</summary>
    public int Count => Words.Count(w => w.Key != Exact);

    /// <exception cref="Trouble">A field is too long.</exception>
    public static FilterForm Of(IQueryCollection query)
    {
        var words = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string field in Fields)
        {
            // A field with several boxes is a list.
            string value = string.Join(',', query[field].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()));
            if (value.Length > Limits.Field)
            {
                throw Trouble.Usage($"{field} is too long: at most {Limits.Field} letters.");
            }

            if (value.Length > 0)
            {
                words[field] = value;
            }
        }

        return new(words.ToImmutable());
    }

    /// <exception cref="Trouble">A field cannot be understood.</exception>
    public Filter Filter
    {
        get
        {
            (DateOnly? first, DateOnly? last) = FilterWords.Days(this[From], this[To]);
            return new(this[Type], this[Actor], this[Place], first, last)
            {
                Exact = this[Exact] is not null,
                Mode = this[Mode],
                MinKilled = Number(MinKilled) is { } least ? least is >= 0 and <= long.MaxValue / 2 && Math.Floor(least) == least ? (long)least : throw Trouble.Usage($"{this[MinKilled]} is no count of people.") : null,
                Outlet = this[Outlet],
                Factuality = FilterWords.Factuality(this[Factuality]),
                Confidence = FilterWords.Confidence(Number(Confidence)),
                Text = this[Text],
            };
        }
    }

    /// <summary>The filter with other words in some fields; null: without it.</summary>
    public FilterForm With(params ReadOnlySpan<(string Field, string? Value)> changes)
    {
        ImmutableDictionary<string, string> words = Words;
        foreach ((string field, string? value) in changes)
        {
            words = value is null ? words.Remove(field) : words.SetItem(field, value);
        }

        return new(words);
    }

    /// <summary>The address of a view under this filter.</summary>
    /// <param name="more">Fields beside the filter's; those without a value are left out.</param>
    public string At(string path, params ReadOnlySpan<(string Field, string? Value)> more)
    {
        var address = new StringBuilder(path);
        char next = '?';
        void Add(string field, string value)
        {
            address.Append(next).Append(field).Append('=').Append(Uri.EscapeDataString(value));
            next = '&';
        }

        foreach (string field in Fields)
        {
            if (this[field] is { } value)
            {
                Add(field, value);
            }
        }

        foreach ((string field, string? value) in more)
        {
            if (value is not null)
            {
                Add(field, value);
            }
        }

        return address.ToString();
    }

    private double? Number(string field) => this[field] is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : throw Trouble.Usage($"{text} is no number.");
}
