using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Publish;
using Casus.App.Store;

namespace Casus.App.Commands;

/// <summary><c>casus review --list</c>.</summary>
internal static class ReviewList
{
    public static int Show(ImmutableArray<ReviewQuestion> queue, bool asJson)
    {
        if (asJson)
        {
            Screen.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (ReviewQuestion question in queue)
                {
                    json.WriteStartObject();
                    json.WriteString("kind", Json.Word(question.Kind));
                    json.WriteString("id", question.Id);
                    json.Maybe("other", question.Other);
                    json.WriteNumber("score", Math.Round(question.Score, 3));
                    json.Maybe("type", question.Told?.Type);
                    json.WriteString("says", question.Says);
                    if (!question.Words.IsEmpty)
                    {
                        json.Strings("words", question.Words);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return ExitCode.Ok;
        }

        foreach (ReviewQuestion question in queue)
        {
            string ids = question.Other is null ? question.Id : $"{question.Id} {question.Other}";
            Console.Out.WriteLine($"{question.Score.ToString("0.00", CultureInfo.InvariantCulture),8}  {Json.Word(question.Kind),-5}  {ids}  {(question.Told is { } told ? told.Type + "  " : "")}{question.Says}");
        }

        return ExitCode.Ok;
    }
}
