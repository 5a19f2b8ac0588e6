using Casus.App.Commands;
using Casus.App.Store;

namespace Casus.App.Fetch.Web;

/// <param name="AsFeeds">Addresses are feeds, or pages that name theirs.</param>
/// <param name="Contact">How hosts can reach the one who fetches; null: by the environment, or not at all.</param>
internal sealed record WebChoices(bool AsFeeds, string? Contact, bool AllowPrivate);

/// <summary>The way to the net for one run: made only where an address is named.</summary>
internal sealed class WebAccess : IDisposable
{
    public const string ContactVariable = "CASUS_CONTACT";

    public const int LongestContact = 200;

    private readonly WebLimits limits;
    private readonly PoliteClient client;
    private readonly VisitLog log;

    /// <param name="store">Path of the store, which exists.</param>
    public WebAccess(WebChoices choices, string store)
    {
        limits = Limits(choices);
        client = new PoliteClient(limits, TimeProvider.System, Random.Shared.NextDouble);
        log = new VisitLog(store);
    }

    public WebSource Source(WebManner manner, CancellationToken stop) => new(new WebAsker(client, limits, log, manner, TimeProvider.System), stop);

    public void Dispose()
    {
        client.Dispose();
        log.Dispose();
    }

    public static bool IsContact(string text) => text.Length <= LongestContact && text.All(c => c is >= ' ' and <= '~' and not '(' and not ')');

    private static WebLimits Limits(WebChoices choices)
    {
        string? contact = choices.Contact ?? Environment.GetEnvironmentVariable(ContactVariable);
        if (contact is not null && !IsContact(contact))
        {
            throw Trouble.Usage($"${ContactVariable}: give a mail or web address of at most {LongestContact} characters.");
        }

        string agent = $"Casus/{CasusCommand.Version} (reads news for event data{(string.IsNullOrWhiteSpace(contact) ? "" : $"; {contact.Trim()}")})";
        return choices.AllowPrivate ? new WebLimits(agent, _ => true, []) : new WebLimits(agent, AddressGuard.IsPublic, WebAddress.UsualPorts);
    }
}
