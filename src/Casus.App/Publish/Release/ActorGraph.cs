using System.Globalization;
using System.Xml;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Who did something to whom, month by month, as GEXF 1.3: an edge for each pair of known actors and quad class, with a spell a month and the number of events as weight.</summary>
internal static class ActorGraph
{
    private static readonly string[] Quads = ["", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

    /// <param name="name">Of an actor's id.</param>
    /// <returns>How many edges there are.</returns>
    public static long Write(Stream stream, IEnumerable<EventLine> events, Func<string, string> name)
    {
        var edges = new SortedDictionary<(string From, string To, int Quad), SortedDictionary<DateOnly, int>>();
        var actors = new SortedSet<string>(StringComparer.Ordinal);
        foreach (EventLine told in events)
        {
            foreach (string from in told.InitiatorIds)
            {
                foreach (string to in told.TargetIds.Where(t => t != from))
                {
                    actors.UnionWith([from, to]);
                    if (!edges.TryGetValue((from, to, told.Quad), out SortedDictionary<DateOnly, int>? months))
                    {
                        edges.Add((from, to, told.Quad), months = []);
                    }

                    DateOnly month = told.DayFrom is { } day ? new DateOnly(day.Year, day.Month, 1) : DateOnly.MinValue;
                    months[month] = months.GetValueOrDefault(month) + 1;
                }
            }
        }

        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new System.Text.UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartElement("gexf", "http://gexf.net/1.3");
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("defaultedgetype", "directed");
        xml.WriteAttributeString("mode", "dynamic");
        xml.WriteAttributeString("timeformat", "date");
        Attributes(xml);
        xml.WriteStartElement("nodes");
        foreach (string actor in actors)
        {
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", actor);
            xml.WriteAttributeString("label", name(actor));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges");
        int number = 0;
        foreach (((string from, string to, int quad), SortedDictionary<DateOnly, int> months) in edges)
        {
            Edge(xml, number++, from, to, quad, months);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        return number;
    }

    private static void Attributes(XmlWriter xml)
    {
        xml.WriteStartElement("attributes");
        xml.WriteAttributeString("class", "edge");
        xml.WriteStartElement("attribute");
        xml.WriteAttributeString("id", "quad");
        xml.WriteAttributeString("title", "quad class");
        xml.WriteAttributeString("type", "string");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Edge(XmlWriter xml, int number, string from, string to, int quad, SortedDictionary<DateOnly, int> months)
    {
        xml.WriteStartElement("edge");
        xml.WriteAttributeString("id", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("source", from);
        xml.WriteAttributeString("target", to);
        xml.WriteAttributeString("weight", months.Values.Sum().ToString(CultureInfo.InvariantCulture));
        xml.WriteStartElement("attvalues");
        xml.WriteStartElement("attvalue");
        xml.WriteAttributeString("for", "quad");
        xml.WriteAttributeString("value", Quads[quad]);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("spells");
        foreach (DateOnly month in months.Keys.Where(m => m > DateOnly.MinValue))
        {
            xml.WriteStartElement("spell");
            xml.WriteAttributeString("start", Json.Day(month));
            xml.WriteAttributeString("end", Json.Day(month.AddMonths(1).AddDays(-1)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
