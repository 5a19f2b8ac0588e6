using System.Globalization;
using System.Xml;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Who did something to whom, month by month, as GEXF 1.2 (which more programs read than 1.3): an edge for each pair of known actors and quad class, with a spell a month and the number of events as weight.</summary>
internal sealed class ActorGraph
{
    private static readonly Comparer<(string From, string To, int Quad)> ByIds = Comparer<(string From, string To, int Quad)>.Create((a, b) =>
        string.CompareOrdinal(a.From, b.From) is var from and not 0 ? from : string.CompareOrdinal(a.To, b.To) is var to and not 0 ? to : a.Quad.CompareTo(b.Quad));

    private readonly Dictionary<GraphTie, int> counts = [];

    public void Take(List<GraphTie> ties)
    {
        foreach (GraphTie tie in ties)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, tie, out _)++;
        }
    }

    /// <param name="name">Of an actor's id.</param>
    /// <returns>How many edges there are.</returns>
    public long Write(Stream stream, Func<string, string> name)
    {
        var edges = new SortedDictionary<(string From, string To, int Quad), SortedDictionary<DateOnly, int>>(ByIds);
        var actors = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((GraphTie tie, int count) in counts)
        {
            actors.Add(tie.From);
            actors.Add(tie.To);
            if (!edges.TryGetValue((tie.From, tie.To, tie.Quad), out SortedDictionary<DateOnly, int>? months))
            {
                edges.Add((tie.From, tie.To, tie.Quad), months = []);
            }

            months.Add(tie.Month, count);
        }

        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new System.Text.UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartElement("gexf", "http://www.gexf.net/1.2draft");
        xml.WriteAttributeString("version", "1.2");
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
        xml.WriteAttributeString("value", QuadNames.Of(quad));
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

/// <param name="Month">Its first day; the least day where the month is not known.</param>
internal readonly record struct GraphTie(string From, string To, int Quad, DateOnly Month)
{
    /// <summary>Every known initiator with every other known target.</summary>
    public static void Add(EventLine told, List<GraphTie> ties)
    {
        DateOnly month = told.DayFrom is { } day ? new DateOnly(day.Year, day.Month, 1) : DateOnly.MinValue;
        foreach (string initiator in told.InitiatorIds)
        {
            foreach (string target in told.TargetIds)
            {
                if (target != initiator)
                {
                    ties.Add(new GraphTie(initiator, target, told.Quad, month));
                }
            }
        }
    }
}
