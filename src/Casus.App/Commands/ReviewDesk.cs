using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;
using Casus.Knowledge;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>Asks a person at the terminal, question by question, and keeps each answer as it is given.</summary>
/// <param name="shown">Of a second opinion: what it is asked of; else null.</param>
internal sealed class ReviewDesk(CasusStore store, Lazy<KnowledgeBase> world, Lazy<Linker> linker, string by, AsCoded? shown = null)
{
    private readonly Judging judging = new(store, world, by) { Shown = shown };
    private readonly Stack<string> made = new();

    /// <summary>What may be typed.</summary>
    public static string KeysOf(ReviewKind kind) => kind switch
    {
        ReviewKind.Event => "a accept · r reject · c correct · m merge · s skip · u undo · q quit · ? help",
        ReviewKind.Name => "a accept as new · m same as somebody known · r nobody · s skip · u undo · q quit · ? help",
        _ => "m one · d two · s skip · u undo · q quit · ? help",
    };

    public int Work(ImmutableArray<ReviewQuestion> queue)
    {
        for (int i = 0; i < queue.Length; i++)
        {
            Show(queue[i]);
            for (bool next = false; !next;)
            {
                Console.Out.Write($"{i + 1} of {queue.Length} · {KeysOf(queue[i].Kind)} > ");
                string[] words = (Console.In.ReadLine()?.Trim() ?? "q").Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
                if (words is ["q", ..])
                {
                    return Finish();
                }

                try
                {
                    next = Answer(queue[i], words);
                }
                catch (Trouble trouble)
                {
                    Console.Out.WriteLine(trouble.Message);
                }
            }
        }

        // The last answer can be taken back too.
        while (made.Count > 0)
        {
            Console.Out.Write("nothing more waits · u undo · q quit > ");
            if (Console.In.ReadLine()?.Trim() != "u")
            {
                break;
            }

            TakeBack();
        }

        return Finish();
    }

    private void Show(ReviewQuestion question)
    {
        if (question.Told is { } told)
        {
            ExplanationPage.Write(Screen.Out, new EventExplainer(new Lookup(store)).Explain(told), oneField: false);
            return;
        }

        Screen.Out.MarkupLine($"[bold]{Screen.Plain(question.Says)}[/] [grey]{Screen.Plain(question.Id)} {Screen.Plain(question.Other)}[/]");
        foreach (string words in question.Words)
        {
            Screen.Out.MarkupLine("  " + Screen.Plain(words));
        }
    }

    /// <returns>Whether the question is answered, or passed over.</returns>
    private bool Answer(ReviewQuestion question, string[] words)
    {
        switch (words.FirstOrDefault(), question.Kind)
        {
            case ("s", _):
                return true;
            case ("u", _) when made.Count > 0:
                TakeBack();
                return false;
            case ("a", ReviewKind.Event or ReviewKind.Name):
                return Keep(question.Id, JudgementVerb.Accept, []);
            case ("r", ReviewKind.Event or ReviewKind.Name):
                return Keep(question.Id, JudgementVerb.Reject, []);
            case ("c", ReviewKind.Event):
                Keep(question.Id, JudgementVerb.Correct, words[1..]);
                return false;
            case ("m", ReviewKind.Event or ReviewKind.Name):
                return Keep(question.Id, JudgementVerb.Same, words[1..]);
            case ("m", _):
                return Keep(question.Id, JudgementVerb.Same, [question.Other!]);
            case ("d", ReviewKind.Pair or ReviewKind.Story):
                return Keep(question.Id, JudgementVerb.Different, [question.Other!]);
            default:
                Console.Out.WriteLine($"{KeysOf(question.Kind)}, each followed by Enter{question.Kind switch { ReviewKind.Event => "; c FIELD VALUE, m EVENT", ReviewKind.Name => "; m ACTOR", _ => "" }}");
                return false;
        }
    }

    private bool Keep(string id, JudgementVerb verb, string[] words)
    {
        Judgement judgement = judging.Make(id, verb, words, null);
        made.Push(judgement.Id);
        Console.Out.WriteLine($"{judgement.Id}: {JudgementBook.Saying(judgement)}");
        return true;
    }

    private void TakeBack()
    {
        string last = made.Pop();
        judging.Withdraw(last, null);
        Console.Out.WriteLine($"withdrew {last}");
    }

    private int Finish()
    {
        if (JudgementTable.Last(store) != JudgementTable.LastLinked(store))
        {
            ReadProgress.Say("linking …");
            LinkWriter.Link(store, linker.Value, world.Value);
        }

        return ExitCode.Ok;
    }
}
