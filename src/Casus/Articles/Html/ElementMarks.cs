using AngleSharp.Dom;

namespace Casus.Articles;

/// <summary>The attributes that tell what an element is, taken in one pass; null for those it lacks.</summary>
internal readonly record struct ElementMarks(string? Class, string? Id, string? Property, string? Relation, string? Address, string? Role, string? Style, bool Hidden)
{
    public static ElementMarks Of(IElement element)
    {
        INamedNodeMap attributes = element.Attributes;
        string? @class = null, id = null, property = null, relation = null, address = null, role = null, style = null;
        bool hidden = false;
        for (int i = 0; i < attributes.Length; i++)
        {
            IAttr attribute = attributes[i]!;
            switch (attribute.LocalName)
            {
                case "class":
                    @class = attribute.Value;
                    break;
                case "id":
                    id = attribute.Value;
                    break;
                case "itemprop":
                    property = attribute.Value;
                    break;
                case "rel":
                    relation = attribute.Value;
                    break;
                case "href":
                    address = attribute.Value;
                    break;
                case "role":
                    role = attribute.Value;
                    break;
                case "style":
                    style = attribute.Value;
                    break;
                case "hidden":
                    hidden = true;
                    break;
                case "aria-hidden":
                    hidden |= attribute.Value == "true";
                    break;
            }
        }

        return new ElementMarks(@class, id, property, relation, address, role, style, hidden);
    }
}
