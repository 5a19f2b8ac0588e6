using Casus.Articles;

namespace Casus.App.Fetch.Web;

/// <summary>What asking for an address came to.</summary>
internal abstract record WebAnswer;

/// <param name="From">The address that the bytes came from, after redirects.</param>
/// <param name="MediaType">As the server states it, in small letters; empty when it states none.</param>
/// <param name="Charset">As the server states it; null when it states none.</param>
/// <param name="Validators">What to ask with next time.</param>
/// <param name="FreshFor">How long the server says that it stays as it is; null: it does not say.</param>
internal sealed record Answered(Uri From, byte[] Bytes, string MediaType, string? Charset, Validators Validators, TimeSpan? FreshFor) : WebAnswer;

/// <summary>304: what was fetched before is still what is there.</summary>
internal sealed record Unchanged(TimeSpan? FreshFor) : WebAnswer;

/// <param name="To">As the server writes it, relative to the address that was asked.</param>
internal sealed record Redirected(string? To) : WebAnswer;

/// <param name="Status">Of HTTP; null: there was no answer.</param>
/// <param name="Passing">True when the same request may succeed a moment later.</param>
/// <param name="RetryAfter">How long the host asks to be left alone.</param>
internal sealed record NotAnswered(Refused Why, int? Status = null, bool Passing = false, TimeSpan? RetryAfter = null) : WebAnswer;

/// <summary>Marks by which a server tells whether what it has is what it sent before.</summary>
/// <param name="Address">Where they hold.</param>
/// <param name="Tag">ETag, <paramref name="Modified"/>: Last-Modified, both as sent.</param>
internal sealed record Validators(string Address, string? Tag, string? Modified);

/// <summary>Why an address gave no page. Stable words that scripts may count.</summary>
internal static class WebRefusal
{
    public const string ForbiddenAddress = "forbidden-address";
    public const string Robots = "robots";
    public const string Unreachable = "unreachable";
    public const string Timeout = "timeout";
    public const string Status = "http-status";
    public const string Redirect = "redirect";
    public const string ContentType = "content-type";
    public const string AskedToWait = "asked-to-wait";
    public const string NotAFeed = "not-a-feed";
}
