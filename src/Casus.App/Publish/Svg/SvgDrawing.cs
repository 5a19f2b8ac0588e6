using System.Globalization;
using System.Text;
using System.Xml;

namespace Casus.App.Publish;

/// <summary>A drawing in SVG, one line of markup without a declaration, so that it can stand inside of HTML and Markdown. Lengths are in pixels.</summary>
internal sealed class SvgDrawing : IDisposable
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private readonly StringBuilder markup = new();
    private readonly XmlWriter xml;

    /// <param name="says">What it shows, for who cannot see it.</param>
    public SvgDrawing(int width, int height, string says)
    {
        xml = XmlWriter.Create(markup, new XmlWriterSettings { OmitXmlDeclaration = true });
        xml.WriteStartElement("svg", Namespace);
        xml.WriteAttributeString("viewBox", $"0 0 {width} {height}");
        xml.WriteAttributeString("width", Number(width));
        xml.WriteAttributeString("role", "img");
        xml.WriteAttributeString("font-family", "sans-serif");
        xml.WriteAttributeString("font-size", "11");
        xml.WriteElementString("title", Namespace, says);
    }

    public void Bar(double x, double y, double width, double height, string fill, string says) =>
        Element("rect", says, ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)), ("fill", fill));

    public void Dot(double x, double y, double radius, string fill, string says) =>
        Element("circle", says, ("cx", Number(x)), ("cy", Number(y)), ("r", Number(radius)), ("fill", fill), ("fill-opacity", "0.6"), ("stroke", fill));

    public void Line(double x1, double y1, double x2, double y2, string stroke, string? dashes = null) =>
        Element("line", null, ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)), ("stroke", stroke), ("stroke-dasharray", dashes));

    public void Path(IEnumerable<(double X, double Y)> points, string stroke) =>
        Element("polyline", null, ("points", string.Join(' ', points.Select(p => $"{Number(p.X)},{Number(p.Y)}"))), ("fill", "none"), ("stroke", stroke), ("stroke-width", "2"));

    /// <param name="anchor">"start", "middle" or "end".</param>
    public void Text(double x, double y, string text, string anchor = "start", string fill = "#333")
    {
        xml.WriteStartElement("text", Namespace);
        foreach ((string name, string value) in new[] { ("x", Number(x)), ("y", Number(y)), ("text-anchor", anchor), ("fill", fill) })
        {
            xml.WriteAttributeString(name, value);
        }

        xml.WriteString(text);
        xml.WriteEndElement();
    }

    /// <summary>Closes the drawing.</summary>
    public string Markup()
    {
        xml.WriteEndElement();
        xml.Flush();
        return markup.ToString();
    }

    public void Dispose() => xml.Dispose();

    private void Element(string name, string? says, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach ((string attribute, string? value) in attributes)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(attribute, value);
            }
        }

        if (says is not null)
        {
            xml.WriteElementString("title", Namespace, says);
        }

        xml.WriteEndElement();
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
