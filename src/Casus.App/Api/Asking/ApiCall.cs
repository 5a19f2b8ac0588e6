using Casus.App.Store;
using Casus.App.Web;

namespace Casus.App.Api;

/// <summary>One request of a program: what is asked, checked, and the means to answer.</summary>
/// <param name="request">The same that views are asked by.</param>
internal sealed class ApiCall(ViewRequest request, ApiFormat format, Remembered remembered)
{
    public ViewRequest Request => request;

    public ApiFormat Format => format;

    /// <summary>A flag that is written out as no is none.</summary>
    public FilterForm Form => Checked(null, () => request.Form) is var form && form[FilterForm.Exact] is not null && !Flag(FilterForm.Exact) ? form.With((FilterForm.Exact, null)) : form;

    /// <exception cref="ApiTrouble">A word of it cannot be understood; it is named.</exception>
    public Filter Filter
    {
        get
        {
            FilterForm form = Form;
            try
            {
                _ = form[FilterForm.Text] is { } text ? SearchWords.Query(text) : null;
                return form.Filter;
            }
            catch (Trouble trouble)
            {
                throw new ApiTrouble(Problem.Bad(form.Words.Keys.Where(f => Fails(form, f)).Order(StringComparer.Ordinal).FirstOrDefault() ?? FilterForm.From, trouble.Message, Remedy));
            }
        }
    }

    /// <summary>The filter of a list of events.</summary>
    /// <exception cref="ApiTrouble">A word of it cannot be understood, or is no type or mode; it is named.</exception>
    public Filter OfEvents
    {
        get
        {
            Filter filter = Filter;
            return Checked(null, () => FilterWords.OfEvents(filter, request.World.Knowledge.Ontology));
        }
    }

    /// <summary>As <see cref="ListQueries.Events"/> asks.</summary>
    public bool IsMany(CasusStore store) => EventCount.IsMany(remembered, Form, store);

    public string? Word(string field, int most = Limits.Field) => Checked(field, () => request.Word(field, most));

    public bool Flag(string field) => Word(field) is { } value && (value is "1" or "true" ? true : value is "0" or "false" ? false : throw new ApiTrouble(Problem.Bad(field, $"{value} is neither yes nor no.", "Write 1, or leave it out.")));

    public int? Number(string field, int least, int most) => Checked(field, () => request.Number(field, least, most));

    /// <summary>One of some words; null where it is not given.</summary>
    public string? OneOf(string field, IReadOnlyCollection<string> words) => Word(field) is not { } word ? null
        : words.Contains(word) ? word : throw new ApiTrouble(Problem.Bad(field, $"{Plain.Shortened(word, 60)} is none of them.", $"Write one of {string.Join(", ", words)}."));

    public T Read<T>(Func<CasusStore, T> ask) => request.Read(ask);

    /// <param name="field">Named where it cannot be read; null: as the trouble names it.</param>
    public static T Checked<T>(string? field, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Trouble trouble)
        {
            throw new ApiTrouble(Problem.Bad(field ?? trouble.Message.Split(' ')[0], trouble.Message, Remedy));
        }
    }

    private const string Remedy = "The page /api says what each parameter may be.";

    private static bool Fails(FilterForm form, string field)
    {
        try
        {
            _ = new FilterForm(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add(field, form[field]!)).Filter;
            return field == FilterForm.Text && SearchWords.Query(form[field]!).Length == 0;
        }
        catch (Trouble)
        {
            return true;
        }
    }
}
