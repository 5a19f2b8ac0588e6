using System.Globalization;
using Casus.App.Access;
using Casus.App.Store;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Web;

/// <summary>One visitor's request for a view: what is asked, and the means to answer.</summary>
internal sealed class ViewRequest(IHttpContextAccessor accessor, StorePool stores, World world, ServeOptions options, IAntiforgery antiforgery, Keeper keeper)
{
    private FilterForm? form;

    public HttpContext Http { get; } = accessor.HttpContext!;

    public World World => world;

    public ServeOptions Options => options;

    public Keeper Keeper => keeper;

    /// <summary>Who asks; null where nobody has to say.</summary>
    public Visitor? Visitor => Http.Features.Get<Visitor>();

    public long Version => stores.Version;

    /// <exception cref="Trouble">A field is too long.</exception>
    public FilterForm Form => form ??= FilterForm.Of(Http.Request.Query);

    /// <summary>Which page of a list, from 1.</summary>
    public int Page => Number("page", 1, Limits.Pages) ?? 1;

    public T Read<T>(Func<CasusStore, T> ask) => stores.Read(ask);

    /// <summary>A field of the address, without space around it; null where it is empty.</summary>
    public string? Word(string field, int most = Limits.Field)
    {
        string? value = Http.Request.Query[field].LastOrDefault()?.Trim();
        return string.IsNullOrEmpty(value) ? null : value.Length <= most ? value : throw Trouble.Usage($"{field} is too long: at most {most} letters.");
    }

    public int? Number(string field, int least, int most) => Word(field) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number : throw Trouble.Usage($"{field}: give a number from {least} to {most}.");

    /// <summary>What a form carries so that no other site can send it.</summary>
    public (string Name, string Value) Token()
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(Http);
        return (tokens.FormFieldName, tokens.RequestToken!);
    }

    /// <summary>The fields of a form that the console itself has sent out.</summary>
    /// <exception cref="Trouble">It is no form.</exception>
    public async Task<IFormCollection> Posted()
    {
        if (!Http.Request.HasFormContentType)
        {
            throw Trouble.Usage("Forms are sent here, nothing else.");
        }

        IFormCollection form = await Http.Request.ReadFormAsync();
        await antiforgery.ValidateRequestAsync(Http);
        return form;
    }

    /// <param name="renewed">As <see cref="FrameLines.IsRenewed"/>.</param>
    /// <param name="here">The place in the navigation, such as "/events"; null for none.</param>
    public IResult Show(string title, string? here, RenderFragment body, int status = StatusCodes.Status200OK, bool renewed = false) =>
        Answers.Page(new FrameLines(title, here, Path.GetFileName(options.Store), Form) { Visitor = Visitor, IsOpen = keeper.IsOpen, IsRenewed = renewed }, body, status);
}
