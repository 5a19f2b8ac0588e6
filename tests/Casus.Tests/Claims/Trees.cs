using System.Collections.Immutable;
using System.Text;
using Casus.Articles;
using Casus.Claims;
using Casus.Language;
using Casus.Tests.Knowledge;

namespace Casus.Tests.Claims;

/// <summary>Sentences with trees written by hand: "form/lemma/UPOS/XPOS/head/deprel", heads counted from 1, 0 for the root.</summary>
internal static class Trees
{
    private static readonly Lazy<MentionReader> Mentions = new(() => new MentionReader(RepositoryKnowledge.Base, Language.RepositoryModel.Mentions));
    private static readonly Lazy<Coder> SharedCoder = new(() => new Coder(RepositoryKnowledge.Base));
    private static readonly Lazy<Reader> SharedReader = new(() => new Reader(
        RepositoryKnowledge.Base, Language.RepositoryModel.Model, Language.RepositoryModel.Mentions, SecondOpinion.Load(Language.RepositoryModel.Weights("opinion.bin")), IncidentModel.Load(Language.RepositoryModel.Weights("incident.bin"))));

    private static readonly Lazy<Lexicon> SharedLexicon = new(() => new Lexicon(RepositoryKnowledge.Base));

    public static Coder Coder => SharedCoder.Value;

    /// <summary>With all weights, as the program reads: the models add parties, too.</summary>
    public static Reader Whole => SharedReader.Value;

    /// <summary>Of a text without a day of publication, read by <see cref="Whole"/>.</summary>
    public static ImmutableArray<Claim> Claims(string text) => Reading(text).Claims;

    /// <summary>As <see cref="Claims"/>, with the links between them.</summary>
    public static Reading Reading(string text) => ((PageRead)Whole.Read(Page.Of("t", Encoding.UTF8.GetBytes(text), PageFormat.PlainText, KnownFacts.None))).Reading!;

    public static SentenceView View(string tree) => SentenceView.All(Analyse(tree), SharedLexicon.Value)[0];

    public static Reading Code(params string[] trees) => Coder.Code(Analyse(trees));

    public static EventClaim Event(Reading reading, string type) => reading.Claims.OfType<EventClaim>().First(c => c.Type == type);

    public static Analysis Analyse(params string[] trees)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        string text = "";
        foreach (string tree in trees)
        {
            text += text.Length == 0 ? "" : " ";
            int begin = text.Length;
            var tokens = ImmutableArray.CreateBuilder<Token>();
            foreach (string word in tree.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] cells = word.Split('/');
                text += tokens.Count == 0 ? "" : " ";
                var span = new TextSpan(text.Length, text.Length + cells[0].Length);
                text += cells[0];
                tokens.Add(new Token(span, cells[0], cells[1], cells[2], cells[3], int.Parse(cells[4]) - 1, cells[5]));
            }

            sentences.Add(new Sentence(sentences.Count, 0, new TextSpan(begin, text.Length), tokens.ToImmutable()));
        }

        TextId id = TextId.Of(text);
        var article = new Article("a-test", "p-test", id, text, [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))], null, [], null, null, "en", null);
        return Mentions.Value.Read(article, sentences.ToImmutable());
    }
}
