using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>Which references of an article were linked so far, and which earlier ones the next may take up.</summary>
internal sealed class ChainState
{
    /// <summary>So many references back anything may be taken up by a pronoun or a phrase without a match.</summary>
    private const int Near = 50;

    /// <summary>Phrases of nouns and names without a word in common are looked at less far.</summary>
    private const int NearForNouns = 30;

    /// <summary>Earlier references with a word in common, at any distance.</summary>
    private const int MostMatches = 12;

    /// <summary>Of <see cref="CoreferenceModel.Kinds"/>.</summary>
    private const byte Person = 1;

    /// <summary>References that are less sure than this are left out.</summary>
    public const float LeastRefers = -1.5f;

    /// <summary>What sets apart those keys of <see cref="lastWith"/> that are no lemmas.</summary>
    private const uint WholeName = 0x5bd1e995, InName = 0x3c6ef372, InitialsOf = 0xa54ff53a;

    private readonly References references;
    private readonly int[] chains;
    private readonly List<int> sizes = [];
    private readonly List<int> namings = [];
    private readonly List<uint> forms = [];
    private readonly List<float> chances = [];
    private readonly Dictionary<uint, int> lastWith = [];
    private readonly int[] before;
    private readonly Dictionary<uint, int> lemmas = [];
    private readonly Dictionary<uint, int> texts = [];

    public ChainState(References references)
    {
        this.references = references;
        chains = new int[references.Count];
        before = new int[references.Count];
        Array.Fill(chains, -1);
        Array.Fill(before, -1);
    }

    public List<int> Candidates { get; } = [];

    /// <summary>For each candidate, how many between it and the later one agree with that in number and kind.</summary>
    public List<int> Rivals { get; } = [];

    /// <summary>-1 for a reference that was left out.</summary>
    public int ChainOf(int reference) => chains[reference];

    public int SizeOf(int reference) => sizes[chains[reference]];

    /// <summary>The reference in the same chain that names it best.</summary>
    public int NamingOf(int reference) => namings[chains[reference]];

    /// <summary>What stands in the chain so far, as bits: each kind of pronoun, names, nouns of one and of many.</summary>
    public uint FormsOf(int reference) => forms[chains[reference]];

    public int SeenLemma(int reference) => lemmas.GetValueOrDefault(references[reference].Lemma);

    public int SeenText(int reference) => texts.GetValueOrDefault(references[reference].Words);

    /// <summary>Fills <see cref="Candidates"/>, the nearest first.</summary>
    public void Look(int later)
    {
        Candidates.Clear();
        Rivals.Clear();
        ref Reference b = ref references[later];
        int rivals = 0, farthest = Math.Max(0, later - (b.IsPronoun ? Near : NearForNouns));
        for (int i = later - 1; i >= farthest; i--)
        {
            if (chains[i] < 0 || (b.Form == ReferenceForm.They && IsOnePerson(references[namings[chains[i]]])))
            {
                continue;
            }

            Candidates.Add(i);
            Rivals.Add(rivals);
            ref Reference a = ref references[namings[chains[i]]];
            rivals += Agree(a, b) ? 1 : 0;
        }

        if (!b.IsPronoun)
        {
            int matches = 0;
            for (int i = lastWith.GetValueOrDefault(b.Lemma, -1); i >= 0 && matches < MostMatches; i = before[i])
            {
                if (i < farthest)
                {
                    Candidates.Add(i);
                    Rivals.Add(rivals);
                    matches++;
                }
            }

            if (b.Form == ReferenceForm.Name)
            {
                LookForName(b, farthest, rivals);
            }
        }
        else if (b.Form is ReferenceForm.First or ReferenceForm.Second && lastWith.TryGetValue((uint)b.Form, out int same) && same < farthest)
        {
            Candidates.Add(same);
            Rivals.Add(rivals);
        }
    }

    /// <summary>At any distance the last same name, those with a word in common, and what the initials of the one spell.</summary>
    private void LookForName(in Reference b, int farthest, int rivals)
    {
        Add(b.Words ^ WholeName, farthest, rivals);
        foreach (uint word in references.Content(b))
        {
            Add(word ^ InName, farthest, rivals);
        }

        Add((b.Abbreviation != 0 ? b.Abbreviation : b.Letters) ^ InitialsOf, farthest, rivals);
    }

    private void Add(uint key, int farthest, int rivals)
    {
        if (lastWith.TryGetValue(key, out int earlier) && earlier < farthest && !Candidates.Contains(earlier))
        {
            Candidates.Add(earlier);
            Rivals.Add(rivals);
        }
    }

    /// <param name="earlier">-1 for a new chain.</param>
    public void Link(int later, int earlier)
    {
        ref Reference b = ref references[later];
        if (earlier < 0)
        {
            chains[later] = sizes.Count;
            sizes.Add(1);
            namings.Add(later);
            forms.Add(Bit(b));
            chances.Add(0);
        }
        else
        {
            int chain = chains[later] = chains[earlier];
            sizes[chain]++;
            forms[chain] |= Bit(b);
            if (Names(b) > Names(references[namings[chain]]))
            {
                namings[chain] = later;
            }
        }

        lemmas[b.Lemma] = lemmas.GetValueOrDefault(b.Lemma) + 1;
        texts[b.Words] = texts.GetValueOrDefault(b.Words) + 1;
        before[later] = lastWith.GetValueOrDefault(b.Lemma, -1);
        lastWith[b.Lemma] = later;
        lastWith[b.Words ^ WholeName] = later;
        if (b.Form == ReferenceForm.Name)
        {
            foreach (uint word in references.Content(b))
            {
                lastWith[word ^ InName] = later;
            }

            if ((b.Abbreviation | b.Letters) != 0)
            {
                lastWith[(b.Abbreviation != 0 ? b.Abbreviation : b.Letters) ^ InitialsOf] = later;
            }
        }

        if (b.IsPronoun)
        {
            lastWith[(uint)b.Form] = later;
        }
    }

    /// <summary>
    /// The chain whose references together are likeliest, unless a new beginning is likelier: what training maximises is the sum over a chain.
    /// </summary>
    /// <param name="scores">Of each of <see cref="Candidates"/>, as logarithms.</param>
    /// <param name="sureness">Likelihood of the choice, in (0, 1].</param>
    /// <returns>The best candidate of that chain; -1 for a new beginning.</returns>
    public int Choose(ReadOnlySpan<float> scores, float begin, out float sureness)
    {
        float top = begin;
        foreach (float score in scores)
        {
            top = Math.Max(top, score);
        }

        float fresh = Exp(begin - top), all = fresh;
        for (int c = 0; c < scores.Length; c++)
        {
            float chance = Exp(scores[c] - top);
            chances[chains[Candidates[c]]] += chance;
            all += chance;
        }

        int best = -1;
        float most = fresh;
        for (int c = 0; c < scores.Length; c++)
        {
            float chance = chances[chains[Candidates[c]]];
            if (chance > most || (best >= 0 && chains[Candidates[best]] == chains[Candidates[c]] && scores[c] > scores[best]))
            {
                (most, best) = (chance, c);
            }
        }

        foreach (int candidate in Candidates)
        {
            chances[chains[candidate]] = 0;
        }

        sureness = most / all;
        return best < 0 ? -1 : Candidates[best];
    }

    /// <summary>The bits are the same on every machine, which those of the runtime's own function need not be.</summary>
    private static float Exp(float x) => Activation.Exp(Vector256.Create(x)).ToScalar();

    private static uint Bit(in Reference r) => 1u << (r.Form switch
    {
        <= ReferenceForm.They => (r.Form is ReferenceForm.First && r.Number == ReferenceNumber.Many ? 6 : (int)r.Form),
        ReferenceForm.Name => 7,
        ReferenceForm.Joined => 8,
        <= ReferenceForm.Here => 9,
        _ => r.Number == ReferenceNumber.Many ? 10 : 11,
    });

    private static int Names(in Reference r) => r.Form == ReferenceForm.Name ? 3 : r.IsPronoun ? 0 : r.Form is ReferenceForm.Joined or ReferenceForm.Number ? 1 : 2;

    /// <summary>A person by name, or "the man": nobody whom "them" takes up, as "they" may a "somebody".</summary>
    private static bool IsOnePerson(in Reference a) =>
        a.Kind == Person && a.Number == ReferenceNumber.One && a.Form is ReferenceForm.Name or ReferenceForm.Definite or ReferenceForm.He or ReferenceForm.She;

    private static bool Agree(in Reference a, in Reference b)
    {
        if (a.Number != ReferenceNumber.Unknown && b.Number != ReferenceNumber.Unknown && a.Number != b.Number)
        {
            return false;
        }

        return b.Form switch
        {
            ReferenceForm.He => a.Form is ReferenceForm.He || (a.Kind is Person && a.Form != ReferenceForm.She),
            ReferenceForm.She => a.Form is ReferenceForm.She || (a.Kind is Person && a.Form != ReferenceForm.He),
            ReferenceForm.It => a.Kind != Person,
            _ => true,
        };
    }
}
