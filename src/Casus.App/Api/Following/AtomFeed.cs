using System.Text;
using System.Xml;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.App.Web;
using Casus.Events;
using Casus.Tables;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Api;

/// <summary>The events of a filter that came or changed last, as an Atom feed (RFC 4287): what is told, who says it, and where it can be seen.</summary>
internal static class AtomFeed
{
    public const string Path = ForPrograms.Feeds + "/events.atom", MediaType = "application/atom+xml";

    private const int Entries = 50, Voices = 6;

    /// <summary>Ids of events are hashes of what they say: the same wherever the record is served.</summary>
    private const string Tag = "tag:casus.invalid,2025:", Space = "http://www.w3.org/2005/Atom";

    private sealed record Entry(Event Told, string Says, string At);

    public static IResult Serve(ViewRequest request, Remembered remembered)
    {
        HttpContext http = request.Http;
        if (http.Request.Query.Keys.FirstOrDefault(k => !FilterForm.Fields.Contains(k)) is { } unknown)
        {
            throw new ApiTrouble(Problem.Unknown(unknown, FilterForm.Fields));
        }

        var call = new ApiCall(request, ApiFormat.Json, remembered);
        Filter filter = call.OfEvents;
        // Readers of feeds come back every few minutes, mostly for nothing new.
        List<Entry> entries = remembered.Get(request.Form.At(Path), () => request.Read(store =>
        {
            var (lookup, words) = (new Lookup(store), new EventWords(request.World.Knowledge));
            return new ChangeQueries(store).Latest(filter, call.IsMany(store), Entries).Select(e => Of(lookup.Event(e.EventId), words, e.At)).ToList();
        }));
        return Results.Bytes(Write(entries, $"{http.Request.Scheme}://{http.Request.Host}", request.Form), MediaType + "; charset=utf-8");
    }

    private static Entry Of(Event told, EventWords words, string at) => new(told, words.Of(new PickedEvent(told, told.Time.Value.Earliest, told.Time.Value.Latest, false)), at);

    private static byte[] Write(List<Entry> entries, string here, FilterForm form)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            string query = form.At("");
            xml.WriteStartElement("feed", Space);
            Text(xml, "id", $"{Tag}events{query}");
            Text(xml, "title", query.Length == 0 ? "Events" : $"Events: {string.Join(", ", form.Words.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key} {w.Value}"))}");
            Text(xml, "updated", entries.Select(e => e.At).DefaultIfEmpty("1970-01-01T00:00:00Z").Max(StringComparer.Ordinal)!);
            Link(xml, "self", here + form.At(Path), MediaType);
            Link(xml, "alternate", here + form.At("/events"), "text/html");
            xml.WriteStartElement("generator", Space);
            xml.WriteAttributeString("version", Commands.CasusCommand.Version);
            xml.WriteString("Casus");
            xml.WriteEndElement();
            foreach (Entry entry in entries)
            {
                Write(xml, entry, here);
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Write(XmlWriter xml, Entry entry, string here)
    {
        xml.WriteStartElement("entry", Space);
        Text(xml, "id", Tag + entry.Told.Id);
        Text(xml, "title", entry.Says);
        Text(xml, "updated", entry.At);
        Link(xml, "alternate", $"{here}/events/{entry.Told.Id}", "text/html");
        xml.WriteStartElement("category", Space);
        xml.WriteAttributeString("term", entry.Told.Type);
        xml.WriteEndElement();
        AccountLine[] accounts = [.. LineMaker.Accounts(entry.Told)];
        foreach (string voice in accounts.Select(a => a.Voice).Distinct().Take(Voices))
        {
            xml.WriteStartElement("author", Space);
            Text(xml, "name", voice);
            xml.WriteEndElement();
        }

        string more = accounts.Length > Voices ? $"; and {accounts.Length - Voices} more" : "";
        Text(xml, "summary", $"{entry.Says}. {string.Join("; ", accounts.Take(Voices).Select(a => $"{a.Voice} ({a.Factuality}){(a.Tolls.IsEmpty ? "" : ": " + string.Join(", ", a.Tolls))}"))}{more}.");
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Space);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteAttributeString("type", type);
        xml.WriteEndElement();
    }

    /// <summary>Without characters that XML cannot hold.</summary>
    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Space, string.Concat(text.EnumerateRunes().Where(r => r.Value is 9 or 10 or 13 or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000)));
}
