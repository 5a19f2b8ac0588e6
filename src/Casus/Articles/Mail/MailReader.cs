using System.Collections.Immutable;
using System.Text;

namespace Casus.Articles;

/// <summary>Reads a message (.eml) or a page saved as one (.mht): its text as HTML or plain text, with what its head and that of a forwarded message tell.</summary>
internal sealed class MailReader(ArticleWords words)
{
    /// <summary>The day of a message is heavier than a day inside of running text, lighter than one above it.</summary>
    private const int OwnDay = 42, ForwardedDay = 46, SavedDay = 4;

    /// <summary>A subject of fewer words ("FYI") is no headline.</summary>
    private const int LeastWords = 4;

    /// <summary>Blocks among which the head of a forwarded message is looked for.</summary>
    private const int HeadBlocks = 12;

    /// <summary>A message with less of its own passes on the message that it holds.</summary>
    private const int LeastOwn = 300;

    private readonly DateText days = new(words.Months);

    /// <summary>Null when there is no text in the message.</summary>
    public Draft? Read(ReadOnlySpan<byte> bytes, string? address) => Read(MessagePart.Of(Encoding.Latin1.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes)), address);

    private Draft? Read(MessagePart message, string? address)
    {
        MessagePart[] texts = [.. Texts(message)];
        MessagePart? html = Root(message, texts), plain = Array.Find(texts, p => p.Type == "text/plain");
        string? place = html?.Head["Content-Location"] ?? message.Head["Snapshot-Content-Location"];
        bool saved = message.Head["Snapshot-Content-Location"] is not null || (message.Type == "multipart/related" && Uri.TryCreate(place, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https");
        Draft? draft = html is null ? null : new HtmlReader(words).Read(Decoded(html), address ?? (saved ? place : null));
        if (saved)
        {
            return draft is null ? null : draft with { Dates = DateChoice.Judge([.. draft.Dates, .. Day(message.Head["Date"], "date of saving", SavedDay)]), Address = draft.Address ?? place };
        }

        ForwardedHead? forwarded = null;
        if (plain is not null)
        {
            string text = MailBody.Of(Decoded(plain), plain.Parameter("Content-Type", "format") == "flowed");
            forwarded = ForwardedHead.In(text, words.Forms);
            Draft read = new DumpReader(words).Read(forwarded is null ? text : text[forwarded.End..], address);
            draft = draft is null || draft.Letters * 2 < read.Letters ? read : draft;
        }

        if (Inner(message) is { } inner && (draft is null || draft.Letters < LeastOwn))
        {
            return Read(inner, address);
        }

        return draft is null ? null : Told(draft, message.Head, ref forwarded);
    }

    /// <summary>The parts that are shown as text, without those inside of an attached message.</summary>
    private static IEnumerable<MessagePart> Texts(MessagePart part) =>
        part.Type is "message/rfc822" or "message/global" || part.Head["Content-Disposition"]?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true ? []
        : part.Parts.IsEmpty ? part.Type is "text/plain" or "text/html" or "application/xhtml+xml" ? [part] : []
        : part.Parts.SelectMany(Texts);

    /// <summary>The page among its pictures: the part that "start" names, else the first of HTML.</summary>
    private static MessagePart? Root(MessagePart message, MessagePart[] texts)
    {
        string? start = message.Parameter("Content-Type", "start");
        MessagePart[] pages = [.. texts.Where(t => t.Type != "text/plain")];
        return Array.Find(pages, p => start is not null && p.Head["Content-ID"]?.Trim() == start) ?? (pages.Length > 0 ? pages[0] : null);
    }

    private static MessagePart? Inner(MessagePart message) => message.All().FirstOrDefault(p => p.Type is "message/rfc822" or "message/global" && !p.Parts.IsEmpty)?.Parts[0];

    private static string Decoded(MessagePart part)
    {
        PageText text = PageText.Of(part.Bytes(), part.Type == "text/plain" ? PageFormat.TextDump : PageFormat.Html, part.Parameter("Content-Type", "charset"));
        return text.Refusal is null ? text.Text : "";
    }

    private Draft Told(Draft draft, MessageHead head, ref ForwardedHead? forwarded)
    {
        ImmutableArray<DraftBlock> body = draft.Body;
        for (int i = 0; i < Math.Min(body.Length, HeadBlocks); i++)
        {
            if (ForwardedHead.In(body[i].Text, words.Forms) is { } inside)
            {
                // The words above it are those of who passed it on.
                string rest = body[i].Text[inside.End..].Trim();
                body = [.. rest.Length > 0 ? [new DraftBlock(body[i].Kind, rest)] : ImmutableArray<DraftBlock>.Empty, .. body[(i + 1)..]];
                forwarded ??= inside;
                break;
            }
        }

        Offer? subject = Subject(forwarded?.Subject) is { } passed ? new Offer(passed, "subject of the forwarded message", 60)
            : Subject(head["Subject"] is { } own ? EncodedWords.Decode(own) : null) is { } cleaned ? new Offer(cleaned, "mail subject", 60) : null;
        bool same = subject is { } s && draft.Title is { } title && Titles.Says(title.Value, s.Value);
        bool headline = subject is { } line && !same && Prose.Words(line.Value, LeastWords) >= LeastWords;
        if (headline)
        {
            body = [.. body.Where((b, i) => i >= 6 || !Titles.Says(b.Text, subject!.Value.Value))];
            body = draft.Title is { } other && other.Value.Length > 0 && body.Length > 0 ? [new DraftBlock(BlockKind.Subtitle, other.Value), .. body] : body;
        }

        List<DateCandidate> dates = [.. draft.Dates, .. Day(forwarded?.Date, "date of the forwarded message", ForwardedDay), .. Day(head["Date"], "mail date", OwnDay)];
        return draft with
        {
            Body = body,
            Title = headline ? subject : draft.Title ?? subject,
            Outlet = Sender(forwarded?.From, false) ?? Sender(head["From"], false) ?? draft.Outlet ?? Sender(head["From"], head["List-Id"] is not null || head["List-Unsubscribe"] is not null),
            Dates = DateChoice.Judge(dates),
        };
    }

    private IEnumerable<DateCandidate> Day(string? text, string where, int weight) =>
        text is not null && days.All(text, false, 1) is [var found, ..] ? [new DateCandidate(found.Day, where, text, weight, "")] : [];

    /// <summary>A subject without the words that answering and passing on put before it; null when nothing is left.</summary>
    private string? Subject(string? subject)
    {
        while (subject is not null && words.Forms.Opening(FieldLabels.Mail, subject) is ("reply", var at))
        {
            subject = subject[at..].TrimStart();
        }

        return string.IsNullOrWhiteSpace(subject) ? null : subject;
    }

    /// <summary>The known outlet of the sender's domain; the sender's own name only where it writes to a list.</summary>
    private Offer? Sender(string? from, bool isList)
    {
        string sender = from is null ? "" : EncodedWords.Decode(from);
        int at = sender.LastIndexOf('@');
        string domain = at < 0 ? "" : sender[(at + 1)..].Split('>', ' ', ',', ']')[0];
        if (domain.Length > 0 && words.OutletOf("https://" + domain) is { } known)
        {
            return new Offer(known, "mail sender", 80);
        }

        int open = sender.IndexOf('<', StringComparison.Ordinal);
        string name = open > 0 ? sender[..open].Trim(' ', '"', '\'') : "";
        return isList && name.Length is > 2 and < 60 && !words.Names.IsFullName(name) ? new Offer(name, "mail sender", 45) : null;
    }
}
