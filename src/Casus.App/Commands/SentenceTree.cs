using System.Text.Json;
using Casus.App.Publish;
using Casus.Language;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Draws the trees of a text's sentences: words down the page, each under its governor.</summary>
internal static class SentenceTree
{
    public static int Show(string text, bool asJson, string model)
    {
        var parser = new TextParser(Construction.LoadModel(model));
        var sentences = parser.Parse(text);
        if (asJson)
        {
            WriteJson(text, sentences);
            return ExitCode.Ok;
        }

        foreach (Sentence sentence in sentences)
        {
            Token root = sentence.Tokens[sentence.Root];
            var tree = new Tree(Label(root)) { Guide = TreeGuide.Line };
            Grow(tree, sentence, sentence.Root);
            Screen.Out.Write(tree);
        }

        return ExitCode.Ok;
    }

    private static void Grow(IHasTreeNodes under, Sentence sentence, int governor)
    {
        foreach (int child in sentence.Children(governor))
        {
            Grow(under.AddNode(Label(sentence.Tokens[child])), sentence, child);
        }
    }

    private static string Label(Token token)
    {
        string lemma = token.Lemma == token.Form.ToLowerInvariant() ? "" : $" [grey]{Screen.Plain(token.Lemma)}[/]";
        return $"[bold]{Screen.Plain(token.Form)}[/]{lemma}  [blue]{Screen.Plain(token.Deprel)}[/] [grey]{Screen.Plain(token.Upos)}[/]";
    }

    private static void WriteJson(string text, IEnumerable<Sentence> sentences)
    {
        Screen.WriteJson(json =>
        {
            var spans = new SpanWriter(json, new CodePoints(text));
            json.WriteStartArray();
            foreach (Sentence sentence in sentences)
            {
                json.WriteStartObject();
                spans.Span("span", sentence.Span);
                json.WriteStartArray("tokens");
                for (int i = 0; i < sentence.Tokens.Length; i++)
                {
                    Token token = sentence.Tokens[i];
                    json.WriteStartObject();
                    json.WriteNumber("id", i + 1);
                    spans.Span("span", token.Span);
                    json.WriteString("form", token.Form);
                    json.WriteString("lemma", token.Lemma);
                    json.WriteString("upos", token.Upos);
                    json.WriteString("xpos", token.Xpos);
                    json.WriteNumber("head", token.Head + 1);
                    json.WriteString("deprel", token.Deprel);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
