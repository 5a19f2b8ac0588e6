using System.Text;

namespace Casus.App.Commands;

/// <summary>Leaves out the blanks at the ends of lines: a table fills its last column up to the edge, which in a file is only in the way.</summary>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    /// <summary>Blanks that are written once something follows them in the line.</summary>
    private int blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int word = text.IndexOfAnyExcept(' ');
            if (word < 0)
            {
                blanks += text.Length;
                return;
            }

            blanks = text[word] is '\n' or '\r' ? 0 : blanks + word;
            for (; blanks > 0; blanks--)
            {
                inner.Write(' ');
            }

            int end = text[word..].IndexOf(' ');
            int until = end < 0 ? text.Length : word + end;
            inner.Write(text[word..until]);
            text = text[until..];
        }
    }

    public override void Flush() => inner.Flush();
}
