using System.Collections.Immutable;
using Casus.Articles;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Finds time expressions and gives them TIMEX3 types and values (Pustejovsky et al., TimeML 1.2.1), spans as TimeML draws
/// them: with determiner and modifier, without the preposition.
/// </summary>
public sealed class TimeReader
{
    private readonly TimeGrammar grammar;

    public TimeReader(KnowledgeBase knowledge) => grammar = new TimeGrammar(knowledge, new Numerals(knowledge));

    public ImmutableArray<TimeMention> Read(string text, DateOnly? published, ImmutableArray<Sentence> sentences)
    {
        var found = ImmutableArray.CreateBuilder<TimeMention>();
        var atoms = new AtomBuffer();
        var values = new TimeValues(published);
        int[] ids = new int[128];
        foreach (Sentence sentence in sentences)
        {
            atoms.Fill(text, sentence);
            if (ids.Length < atoms.Count)
            {
                ids = new int[atoms.Count * 2];
            }

            for (int i = 0; i < atoms.Count; i++)
            {
                ids[i] = grammar.Words.Find(atoms.Word(i));
            }

            ReadSentence(sentence, atoms, ids.AsSpan(0, atoms.Count), values, found);
        }

        return found.DrainToImmutable();
    }

    private void ReadSentence(Sentence sentence, AtomBuffer atoms, ReadOnlySpan<int> ids, TimeValues values, ImmutableArray<TimeMention>.Builder found)
    {
        for (int at = 0; at < atoms.Count;)
        {
            if (!grammar.TryMatch(atoms, ids, at, out TimeRule rule, out int end, out TimeFields fields) || !TimeChecks.Holds(rule, sentence, atoms, at, end))
            {
                at++;
                continue;
            }

            int last = atoms[end - 1].Token;
            if (rule.Type is TimeType type && values.Make(rule, fields, Tense.At(sentence, last)) is TimeValue value)
            {
                var span = new TextSpan(atoms[at].Begin, atoms[end - 1].End);
                found.Add(new TimeMention(sentence.Index, span, span.Of(atoms.Text), type, value.Value, value.Precision, value.Earliest, value.Latest, rule.Id));
            }

            at = end;
        }
    }
}
