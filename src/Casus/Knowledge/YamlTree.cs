using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Casus.Knowledge;

/// <summary>A piece of YAML with its line: a text, a list or a map whose keys keep their order and their doubles.</summary>
internal abstract record YamlPiece(int Line);

/// <param name="Plain">True when written without quotes: only then can it be a number, a truth value or nothing.</param>
internal sealed record YamlText(int Line, string Text, bool Plain) : YamlPiece(Line);

internal sealed record YamlList(int Line, IReadOnlyList<YamlPiece> Pieces) : YamlPiece(Line);

internal sealed record YamlMap(int Line, IReadOnlyList<YamlPair> Pairs) : YamlPiece(Line);

internal sealed record YamlPair(string Key, int Line, YamlPiece Value);

/// <summary>
/// Reads one YAML file into pieces. YamlDotNet's parser does the syntax; its object mapping is not used, since it stops at the
/// first problem and loses lines. Anchors, aliases, tags and several documents in a file are refused: knowledge stays plain.
/// </summary>
internal static class YamlTree
{
    private const int DeepestNesting = 16;

    /// <returns>Null when the file is empty or broken; then a problem tells why.</returns>
    public static YamlPiece? Read(KnowledgeFile file, ProblemList problems)
    {
        var parser = new Parser(new StringReader(file.Text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                problems.Add(file.Path, 1, "the file holds nothing", "write an entry or delete the file");
                return null;
            }

            parser.Consume<DocumentStart>();
            YamlPiece piece = Piece(parser, file.Path, problems, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Current is DocumentStart second)
            {
                problems.Add(file.Path, Line(second.Start), "a second YAML document begins", "keep one document a file");
            }

            return piece;
        }
        catch (YamlException e)
        {
            problems.Add(file.Path, Line(e.Start), "not YAML: " + OneLine(e.Message), "mend the syntax; quote texts that hold ': ', '#', '[' or '{'");
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner of YamlDotNet 16 breaks down on some damaged texts instead of reporting them.
            problems.Add(file.Path, Line(parser.Current?.End ?? Mark.Empty), "not YAML from here on", "look for an unclosed bracket, brace or quote");
            return null;
        }
    }

    private static YamlPiece Piece(Parser parser, string path, ProblemList problems, int depth)
    {
        ParsingEvent at = parser.Current!;
        if (depth > DeepestNesting)
        {
            throw new YamlException(at.Start, at.End, $"nested deeper than {DeepestNesting}");
        }

        if (at is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            problems.Add(path, Line(at.Start), "an anchor or a tag", "write the value out");
        }

        parser.MoveNext();
        switch (at)
        {
            case Scalar scalar:
                return new YamlText(Line(at.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
            case AnchorAlias:
                problems.Add(path, Line(at.Start), "an alias", "write the value out");
                return new YamlText(Line(at.Start), "", false);
            case SequenceStart:
                return List(parser, path, problems, depth, Line(at.Start));
            case MappingStart:
                return Map(parser, path, problems, depth, Line(at.Start));
            default:
                throw new YamlException(at.Start, at.End, "the text ends too early");
        }
    }

    private static YamlList List(Parser parser, string path, ProblemList problems, int depth, int line)
    {
        var pieces = new List<YamlPiece>();
        while (parser.Current is not SequenceEnd)
        {
            pieces.Add(Piece(parser, path, problems, depth + 1));
        }

        parser.MoveNext();
        return new YamlList(line, pieces);
    }

    private static YamlMap Map(Parser parser, string path, ProblemList problems, int depth, int line)
    {
        var pairs = new List<YamlPair>();
        while (parser.Current is not MappingEnd)
        {
            YamlPiece key = Piece(parser, path, problems, depth + 1);
            YamlPiece value = Piece(parser, path, problems, depth + 1);
            if (key is YamlText { Text.Length: > 0 } text)
            {
                pairs.Add(new YamlPair(text.Text, text.Line, value));
            }
            else
            {
                problems.Add(path, key.Line, "a key is not a word", "write a word before the colon");
            }
        }

        parser.MoveNext();
        return new YamlMap(line, pairs);
    }

    private static int Line(Mark mark) => Math.Max(1, (int)mark.Line);

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
