using AngleSharp.Dom;

namespace Casus.Articles;

/// <summary>The attributes that tell what an element is, taken in one pass; null for those it lacks.</summary>
internal readonly record struct ElementMarks(string? Class, string? Id, string? Property, string? Relation, string? Address, string? Role, string? Style, bool Hidden)
{
    public static ElementMarks Of(IElement element)
    {
        INamedNodeMap attributes = element.Attributes;
        ElementMarks found = default;
        for (int i = 0; i < attributes.Length; i++)
        {
            IAttr attribute = attributes[i]!;
            switch (attribute.LocalName)
            {
                case "class":
                    found = found with { Class = attribute.Value };
                    break;
                case "id":
                    found = found with { Id = attribute.Value };
                    break;
                case "itemprop":
                    found = found with { Property = attribute.Value };
                    break;
                case "rel":
                    found = found with { Relation = attribute.Value };
                    break;
                case "href":
                    found = found with { Address = attribute.Value };
                    break;
                case "role":
                    found = found with { Role = attribute.Value };
                    break;
                case "style":
                    found = found with { Style = attribute.Value };
                    break;
                case "hidden":
                    found = found with { Hidden = true };
                    break;
                case "aria-hidden":
                    found = found with { Hidden = found.Hidden || attribute.Value == "true" };
                    break;
            }
        }

        return found;
    }
}
