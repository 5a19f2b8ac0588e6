using System.Globalization;
using System.Xml;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Who did something to whom, month by month, as GEXF 1.2 (which more programs read than 1.3): an edge for each pair of known actors and quad class, with a spell a month and the number of events as weight.</summary>
internal sealed class ActorGraph
{
    /// <summary>Bits of a key: an actor's place among the actors, a quad class and a month since year 0.</summary>
    private const int ActorBits = 22, QuadBits = 3, MonthBits = 17;

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
        string[] actors = [.. counts.Keys.SelectMany(t => (string[])[t.From, t.To]).Distinct().Order(StringComparer.Ordinal)];
        (ulong[] keys, int[] weights) = Sorted(actors);
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
        for (int from = 0, to; from < keys.Length; from = to)
        {
            ulong pair = keys[from] >> MonthBits;
            for (to = from + 1; to < keys.Length && keys[to] >> MonthBits == pair; to++)
            {
            }

            Edge(xml, number++, actors[Part(pair, QuadBits + ActorBits, ActorBits)], actors[Part(pair, QuadBits, ActorBits)], Part(pair, 0, QuadBits), keys.AsSpan(from..to), weights.AsSpan(from..to));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        return number;
    }

    /// <returns>What was counted, in the order of the pairs, their quad classes and months.</returns>
    private (ulong[] Keys, int[] Weights) Sorted(string[] actors)
    {
        Dictionary<string, int> places = actors.Select((actor, i) => (actor, i)).ToDictionary(p => p.actor, p => p.i, StringComparer.Ordinal);
        var keys = new ulong[counts.Count];
        var weights = new int[counts.Count];
        int at = 0;
        foreach ((GraphTie tie, int count) in counts)
        {
            ulong pair = ((ulong)places[tie.From] << ActorBits) | (uint)places[tie.To];
            int month = tie.Month == DateOnly.MinValue ? 0 : (12 * tie.Month.Year) + tie.Month.Month - 1;
            keys[at] = (((pair << QuadBits) | (uint)tie.Quad) << MonthBits) | (uint)month;
            weights[at++] = count;
        }

        Array.Sort(keys, weights);
        return (keys, weights);
    }

    private static int Part(ulong key, int from, int bits) => (int)((key >> from) & ((1UL << bits) - 1));

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

    /// <param name="keys">Of the edge's months, with their <paramref name="weights"/>.</param>
    private static void Edge(XmlWriter xml, int number, string from, string to, int quad, ReadOnlySpan<ulong> keys, ReadOnlySpan<int> weights)
    {
        xml.WriteStartElement("edge");
        xml.WriteAttributeString("id", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("source", from);
        xml.WriteAttributeString("target", to);
        int weight = 0;
        foreach (int some in weights)
        {
            weight += some;
        }

        xml.WriteAttributeString("weight", weight.ToString(CultureInfo.InvariantCulture));
        xml.WriteStartElement("attvalues");
        xml.WriteStartElement("attvalue");
        xml.WriteAttributeString("for", "quad");
        xml.WriteAttributeString("value", QuadNames.Of(quad));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("spells");
        foreach (ulong key in keys)
        {
            if (Part(key, 0, MonthBits) is > 0 and int month)
            {
                var first = new DateOnly(month / 12, (month % 12) + 1, 1);
                xml.WriteStartElement("spell");
                xml.WriteAttributeString("start", Json.Day(first));
                xml.WriteAttributeString("end", Json.Day(first.AddMonths(1).AddDays(-1)));
                xml.WriteEndElement();
            }
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
