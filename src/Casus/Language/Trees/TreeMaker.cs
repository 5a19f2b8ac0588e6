using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Casus.Language;

/// <summary>Words of sentences → tokens with tags, lemmas and trees, and names. Safe to call from many threads.</summary>
internal sealed class TreeMaker(LanguageModel model)
{
    private readonly ConcurrentBag<NetworkRun> idle = [];

    /// <param name="sentences">Forms and spans of each sentence, none longer than <see cref="TextParser.LongestSentence"/>.</param>
    /// <param name="names">Gets the label of each word ("O", "B-person" …) where not null.</param>
    public ImmutableArray<Token>[] Tokens(IReadOnlyList<(string[] Forms, TextSpan[] Spans)> sentences, string[][]? names = null)
    {
        var results = new ImmutableArray<Token>[sentences.Count];
        if (model.Network is not { } network)
        {
            names?.AsSpan().Fill([]);
            for (int s = 0; s < results.Length; s++)
            {
                results[s] = Flat(sentences[s].Forms, sentences[s].Spans);
            }

            return results;
        }

        int[]?[] kept = [.. sentences.Select(s => BracketedNames.Kept(s.Forms))];
        NetworkRun run = idle.TryTake(out NetworkRun? taken) ? taken : new NetworkRun(network);
        foreach (int[] batch in Batches.Of([.. sentences.Select((s, i) => kept[i]?.Length ?? s.Forms.Length)]))
        {
            string[][] forms = Array.ConvertAll(batch, s => Of(sentences[s].Forms, kept[s]));
            run.Run(Array.ConvertAll(forms, StandIns));
            for (int b = 0; b < batch.Length; b++)
            {
                int s = batch[b];
                results[s] = Build(network, run, run.Begins[b] + 1, forms[b], Of(sentences[s].Spans, kept[s]));
                names?[s] = [.. Enumerable.Range(run.Begins[b] + 1, forms[b].Length).Select(r => network.Names[run.Names[r]])];
                if (kept[s] is { } those)
                {
                    results[s] = BracketedNames.Restored(results[s], those, sentences[s].Forms, sentences[s].Spans);
                    names?[s] = BracketedNames.Restored(names[s], those, sentences[s].Forms);
                }
            }
        }

        idle.Add(run);
        return results;
    }

    /// <summary>The forms as the network gets them: words that no treebank holds, and whose ending misleads ("over-an", "scath-ing"), by others of the same build; "IS" in a text of small letters is Islamic State.</summary>
    private static string[] StandIns(string[] forms) =>
        Array.Exists(forms, f => f is "overran" or "scathing" or "IS") ? Array.ConvertAll(forms, f => f == "overran" ? "captured" : f == "scathing" ? "harsh" : f == "IS" && Array.Exists(forms, w => w.Length > 1 && char.IsLower(w[1])) ? "ISG" : f) : forms;

    private static T[] Of<T>(T[] words, int[]? kept) => kept is null ? words : Array.ConvertAll(kept, k => words[k]);

    /// <summary>Where a piece that begins here ends: at the sentence's end, or, in one that is too long, behind the last comma or the like.</summary>
    public static int PieceEnd(Func<int, bool> isPause, int count, int begin)
    {
        int limit = begin + TextParser.LongestSentence;
        if (count <= limit)
        {
            return count;
        }

        for (int i = limit; i > begin + TextParser.LongestSentence / 2; i--)
        {
            if (isPause(i - 1))
            {
                return i;
            }
        }

        return limit;
    }

    private ImmutableArray<Token> Build(Network network, NetworkRun run, int row, string[] forms, TextSpan[] spans)
    {
        var tokens = new Token[forms.Length];
        for (int i = 0; i < tokens.Length; i++, row++)
        {
            (string upos, string xpos) = network.TagPairs[run.Tags[row]];
            if (forms[i] == "US" && upos == "PRON")
            {
                (upos, xpos) = ("PROPN", "NNP");
            }

            tokens[i] = new(spans[i], forms[i], model.Lemmatiser.Lemma(forms[i], upos, xpos), upos, xpos, run.Heads[row] - 1, network.Relations[run.Relations[row]]);
        }

        tokens = Things(tokens);
        HangOnNames(tokens);
        return ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }

    /// <summary>"a gold mine": what is described is no pronoun.</summary>
    private Token[] Things(Token[] tokens)
    {
        for (int i = 1; i < tokens.Length; i++)
        {
            if (tokens[i] is not { Form: "mine", Upos: "PRON" } || tokens[i - 1].Upos is not ("NOUN" or "ADJ" or "DET"))
            {
                continue;
            }

            Token before = tokens[i - 1];
            tokens[i] = tokens[i] with { Upos = "NOUN", Xpos = "NN", Lemma = model.Lemmatiser.Lemma("mine", "NOUN", "NN") };
            if (before.Upos == "NOUN" && before.Head == tokens[i].Head && before.Deprel == tokens[i].Deprel)
            {
                // What hangs on "gold" describes the mine.
                tokens = [.. tokens.Select((t, at) => at == i - 1 ? t with { Head = i, Deprel = "compound" } : t.Head == i - 1 ? t with { Head = i } : t)];
            }
        }

        return tokens;
    }

    /// <summary>"the Tehreek-e-Taliban Pakistan, which …": what describes a name of several words hangs on its first, as Universal Dependencies has it.</summary>
    private static void HangOnNames(Token[] tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (i > 0 && tokens[i] is { Deprel: "appos", Upos: "PROPN" } && tokens[i - 1] is { Deprel: "conj", Upos: "NOUN" } && tokens[i - 1].Head == tokens[i].Head)
            {
                // "Li Qiang and his Pakistani counterpart Imran Khan"
                tokens[i] = tokens[i] with { Head = i - 1 };
            }

            while (tokens[i] is { Deprel: "acl" or "acl:relcl" or "appos", Head: >= 0 and var name } && tokens[name] is { Deprel: "flat", Head: >= 0 and var first })
            {
                tokens[i] = tokens[i] with { Head = first };
            }
        }
    }

    private ImmutableArray<Token> Flat(string[] forms, TextSpan[] spans)
    {
        var tokens = new Token[forms.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            tokens[i] = new(spans[i], forms[i], model.Lemmatiser.Lemma(forms[i], "X", "FW"), "X", "FW", i == 0 ? -1 : 0, i == 0 ? "root" : "dep");
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }
}
