using System.CommandLine;
using Casus.App.Fetch.Web;

namespace Casus.App.Commands;

/// <summary>The options of every command that may fetch from the net.</summary>
internal sealed class WebOptions
{
    public const string Note = "The net is asked only for addresses that you name and for what feeds among them list. robots.txt is kept, a host gets one request a second, what has not changed is not sent again, and a host that asks for a wait gets it; private and local addresses are not asked.";

    private readonly Option<bool> feed = new("--feed") { Description = "The addresses are feeds (RSS, Atom, JSON Feed), or pages that name one: read what it lists. A feed's own address is known as one without this." };

    private readonly Option<string?> contact = new("--contact")
    {
        HelpName = "MAIL|ADDRESS",
        Description = $"How hosts can reach you, sent with each request. Default: ${WebAccess.ContactVariable}.",
    };

    private readonly Option<bool> allowPrivate = new("--allow-private") { Description = "Also ask private, loopback and link-local addresses, and any port. Only for addresses and feeds that you trust." };

    public WebOptions() => contact.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !WebAccess.IsContact(token.Value))
        {
            result.AddError($"--contact: give a mail or web address of at most {WebAccess.LongestContact} characters.");
        }
    });

    public Option[] All => [feed, contact, allowPrivate];

    /// <summary>For commands to which every address is a feed.</summary>
    public Option[] WithoutFeed => [contact, allowPrivate];

    public WebChoices Of(ParseResult parsed) => new(parsed.GetValue(feed), parsed.GetValue(contact), parsed.GetValue(allowPrivate));
}
