using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "A day | earlier | drones hit it", "impeached the president | hours | after he fled", "before | dawn | on Friday", "on | Palm | Sunday", "on the same | day | rebels fled", "imposed a day earlier | on the bank |": words that tell when, which the tree takes for parts of other
/// phrases or for verbs.
/// </summary>
internal sealed class StrayedTimes
{
    private readonly FrozenSet<string> units;
    private readonly FrozenSet<string> days;
    private readonly FrozenSet<string> parts;
    private readonly FrozenSet<string> months;

    public StrayedTimes(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["times/words"];
        int word = table.Column("word"), kind = table.Column("class");
        units = Of("unit", "units");
        days = Of("weekday");
        parts = Of("part");
        months = Of("month");

        FrozenSet<string> Of(params string[] kinds) => table.Rows.Where(r => kinds.Contains(r[kind])).Select(r => r[word]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 1, behind: 1);

    private Token[]? At(Sentence sentence, int i)
    {
        Token word = sentence.Tokens[i];
        return word switch
        {
            { Form: "earlier" or "later", Deprel: "amod" } when word.Head > i => Opening(sentence, i),
            { Upos: "NOUN" or "PROPN", Deprel: "obl", Head: > 0 and var shift } when shift < i && sentence.Tokens[shift] is { Upos: "ADV", Form: "earlier" or "later", Head: >= 0 } && units.Contains(sentence.Tokens[shift - 1].Form) && !IsTime(word) => TreeShape.Hung(sentence.Tokens, i, sentence.Tokens[shift].Head, "obl"),
            { Form: "same", Deprel: "amod" } when word.Head == i + 1 => SameDay(sentence, i),
            { Upos: "VERB", Deprel: "advcl" } when parts.Contains(word.Form) => Dawn(sentence, i),
            { Upos: "NUM", Deprel: "nummod", Form: ['1' or '2', _, _, _] } when word.Head == i + 1 => InAYear(sentence, i),
            { Upos: "PROPN", Deprel: "compound" } when months.Contains(word.Form) => InAMonth(sentence, i),
            { Upos: "NOUN", Deprel: "obj" } when units.Contains(word.Form) => Before(sentence, i),
            { Upos: "PROPN" } when days.Contains(word.Form) => OnADay(sentence, i) ?? (i > 1 ? Named(sentence, i) : null),
            _ => null,
        };
    }

    private bool IsTime(Token word) => units.Contains(word.Form) || days.Contains(word.Form) || parts.Contains(word.Form) || months.Contains(word.Form);

    /// <summary>"Hours | later | militants ambushed it": the word belongs to the time, and not to who did it.</summary>
    private Token[]? Opening(Sentence sentence, int later)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int time = later - 1, noun = old[later].Head;
        if (!units.Contains(old[time].Form) || old[time].Upos != "NOUN" || old[noun].Head < 0 || (old[time].Head != later && old[time].Head != noun && old[time].Head != old[noun].Head))
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, later, time, "amod");
        tokens[time] = old[time] with { Head = old[noun].Head, Deprel = "obl:unmarked" };
        foreach (int child in sentence.Children(noun))
        {
            tokens[child] = child < time ? old[child] with { Head = time } : tokens[child];
        }

        return tokens;
    }

    /// <summary>"On the same | day | commandos ended it": the day is no part of who did it.</summary>
    private Token[]? SameDay(Sentence sentence, int same)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int day = same + 1, doer = old[day].Head;
        if (!units.Contains(old[day].Form) || old[day].Deprel != "compound" || doer != day + 1 || old[doer] is not { Deprel: "nsubj" or "nsubj:pass", Head: >= 0 and var verb })
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, day, verb, "obl");
        foreach (int child in sentence.Children(doer))
        {
            tokens[child] = child < same && old[child].Deprel is "case" or "det" ? old[child] with { Head = day } : tokens[child];
        }

        return tokens;
    }

    /// <summary>"In | 2025 | rebels shelled it", "in the second half of | 2025 | rebels shelled it": a year counts nobody who does something right behind it.</summary>
    private static Token[]? InAYear(Sentence sentence, int year)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int doer = year + 1, opener = year - 1;
        if (old[opener].Upos != "ADP" || (old[opener].Head != doer && old[opener].Head != year) || old[doer].Xpos is not ("NNS" or "NNPS") || old[year].Form[..2] is not ("18" or "19" or "20"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[opener] = old[opener] with { Head = year };
        if (old[doer] is { Deprel: "nsubj" or "nsubj:pass", Head: >= 0 and var verb })
        {
            tokens[year] = old[year] with { Head = verb, Deprel = "obl" };
            return tokens;
        }

        int next = doer + 1;
        if (old[doer].Deprel != "nmod" || next >= old.Length || old[next].Upos != "VERB" || old[doer].Head < 0 || old[old[doer].Head].Head != next || TreeShape.HasSubject(sentence, next))
        {
            return null;
        }

        tokens[year] = old[year] with { Head = old[doer].Head, Deprel = "nmod" };
        tokens[doer] = old[doer] with { Head = next, Deprel = "nsubj" };
        tokens[next] = old[next] with { Xpos = "VBD" };
        return tokens;
    }

    /// <summary>"In | March | 2025 gunmen killed him": the month is no part of who did it.</summary>
    private static Token[]? InAMonth(Sentence sentence, int month)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int doer = old[month].Head;
        if (doer < month || old[month - 1] is not { Upos: "ADP" } || (old[month - 1].Head != month && old[month - 1].Head != doer) || old[doer] is not { Deprel: "nsubj" or "nsubj:pass", Head: >= 0 and var verb })
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, month, verb, "obl");
        tokens[month - 1] = old[month - 1] with { Head = month };
        return tokens;
    }

    /// <summary>"before | dawn | on Friday": a part of the day, and the day beside it.</summary>
    private static Token[]? Dawn(Sentence sentence, int part)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        Token[] tokens = [.. old];
        tokens[part] = old[part] with { Upos = "NOUN", Xpos = "NN", Lemma = old[part].Form, Deprel = "obl" };
        bool opened = false;
        foreach (int child in sentence.Children(part))
        {
            switch (old[child].Deprel)
            {
                case "mark" when child == part - 1:
                    tokens[child] = old[child] with { Upos = "ADP", Deprel = "case" };
                    opened = true;
                    break;
                case "obl" or "punct" or "advmod":
                    tokens[child] = old[child] with { Head = old[part].Head };
                    break;
                default:
                    return null;
            }
        }

        return opened ? tokens : null;
    }

    /// <summary>"impeached the president | hours | after he fled": not "president hours".</summary>
    private static Token[]? Before(Sentence sentence, int unit)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int noun = unit - 1;
        if (old[unit + 1].Form is not ("after" or "before") || old[noun] is not { Upos: "NOUN" or "PROPN", Deprel: "compound" } || old[noun].Head != unit || !TreeShape.Has(sentence, unit, (c, t) => c < noun && t.Deprel == "det"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[noun] = old[noun] with { Head = old[unit].Head, Deprel = old[unit].Deprel };
        tokens[unit] = old[unit] with { Deprel = "obl:unmarked" };
        foreach (int child in sentence.Children(unit))
        {
            tokens[child] = child < noun ? old[child] with { Head = noun } : tokens[child];
        }

        return tokens;
    }

    /// <summary>"On Monday | gunmen fired": a day behind "on" is no part of who did it.</summary>
    private static Token[]? OnADay(Sentence sentence, int day)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int on = day - 1, noun = old[day].Head;
        if (old[on].Form is not ("on" or "On") || noun <= day || old[day].Deprel is not ("compound" or "amod" or "nmod:unmarked" or "nmod:desc") || old[noun].Deprel is not ("nsubj" or "nsubj:pass") || old[noun].Head < 0)
        {
            return null;
        }

        // "said | on Thursday | gunmen had killed them": when it was said.
        int verb = old[noun].Head, over = old[verb].Deprel == "ccomp" && old[verb].Head == on - 1 ? on - 1 : verb;
        Token[] tokens = TreeShape.Hung(old, day, over, "obl");
        tokens[on] = old[on] with { Head = day, Deprel = "case" };
        return tokens;
    }

    /// <summary>"on | Palm | Sunday": a day with a name of its own.</summary>
    private static Token[]? Named(Sentence sentence, int day)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int name = day - 1, on = day - 2;
        if (old[on].Form is not ("on" or "On") || old[name] is not { Upos: "PROPN" or "ADJ" } || old[name].Head == day || !char.IsUpper(old[name].Form[0]))
        {
            return null;
        }

        Token[] tokens = TreeShape.Hung(old, name, day, "compound");
        tokens[on] = old[on] with { Head = day, Deprel = "case" };
        return tokens;
    }
}
