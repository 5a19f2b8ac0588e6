using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>Codes what an article says happened: events, statistics, relations and the links between events. Safe to use from many threads.</summary>
public sealed class Coder
{
    /// <summary>The model of incidents learnt from whole reports; a headline in capitals is none, and keeps the parties that the patterns see.</summary>
    private const int LeastOfReport = 3;

    private readonly Lexicon lexicon;
    private readonly TriggerIndex triggers;
    private readonly SecondOpinion? opinion;
    private readonly Hearing? hearing;
    private readonly IncidentModel? incidents;

    /// <summary>Kept as long as the article is, which mostly has several pairs.</summary>
    private readonly ConditionalWeakTable<Analysis, PairViews> pairViews = [];

    /// <param name="opinion">Heard on events and on marked pairs; null leaves them to the patterns.</param>
    /// <param name="incidents">Heard on articles in capitals; null leaves them to the patterns.</param>
    /// <exception cref="FormatException">A pattern's path is not of the pattern language (<see cref="PatternProblems"/> lists them).</exception>
    public Coder(KnowledgeBase knowledge, SecondOpinion? opinion = null, IncidentModel? incidents = null)
    {
        this.incidents = incidents;
        this.opinion = opinion;
        lexicon = new Lexicon(knowledge);
        triggers = new TriggerIndex(knowledge.Patterns, lexicon);
        hearing = opinion is null ? null : new Hearing(opinion, lexicon);
    }

    /// <summary>Paths and word sets of patterns that the coder does not know: to be shown with the other problems of knowledge/.</summary>
    public static IEnumerable<KnowledgeProblem> PatternProblems(KnowledgeBase knowledge)
    {
        var lexicon = new Lexicon(knowledge);
        return knowledge.Patterns.SelectMany(p => CompiledPattern.Problems(p, lexicon).Select(problem => Problem(p.File, p.Line, p.Id, problem)))
            .Concat(knowledge.Changes.SelectMany(c => CompiledChange.Problems(c, lexicon).Select(problem => Problem(c.File, c.Line, c.Id, problem))));
    }

    private static KnowledgeProblem Problem(string file, int line, string id, string problem) => new(file, line, $"'{id}': {problem}", "see docs/how-to/patterns.md");

    public Reading Code(Analysis analysis)
    {
        ILookup<int, Attribution> attributions = SpeakerReader.BySentence(analysis);
        bool inCapitals = incidents is not null && analysis.Sentences.Length >= LeastOfReport && IncidentReader.Speaks(analysis);
        Told told = Tell(analysis, attributions, inCapitals ? null : hearing);
        if (incidents is not null && inCapitals)
        {
            told = told.With(IncidentReader.Read(told.Views, told.Drafts, incidents));
        }

        return ClaimWriter.Write(analysis, told.Drafts, told.Links, told.Statistics, told.Relations, told.Accounts, attributions, lexicon);
    }

    /// <summary>What the sentences tell, before the article's tellings are brought together.</summary>
    private Told Tell(Analysis analysis, ILookup<int, Attribution> attributions, Hearing? heard)
    {
        // Coding writes into the views what it finds: those that pairs look at are others.
        ImmutableArray<SentenceView> views = SentenceView.All(analysis, lexicon);
        List<Draft> drafts = [];
        List<(Draft From, Draft To, string Kind, Evidence Cue)> links = [];
        List<StatisticFound> statistics = [];
        List<RelationFound> relations = [];
        List<AccountFound> accounts = [];
        var words = new WarOfWords(views, lexicon);
        foreach (SentenceView s in views)
        {
            SentenceResult result = SentenceCoder.Read(s, triggers, lexicon, [.. attributions[s.Index]], drafts, words, heard);
            statistics.AddRange(result.Statistics);

            if (result.Continues is { } continued)
            {
                drafts[continued.At] = continued.More;
            }

            relations.AddRange(RelationReader.Read(s));
            relations.AddRange(ChangeReader.Read(s));
            drafts.AddRange(result.Drafts);
            links.AddRange(result.Links);
            accounts.AddRange(result.Accounts);
        }

        if (Register.IsSport(views, lexicon))
        {
            drafts.RemoveAll(d => Register.IsTheGame(d, lexicon));
        }

        if (!ToldViolence.IsBorneOut(views, drafts, lexicon) || ToldViolence.IsDisaster(views, drafts, lexicon))
        {
            drafts.RemoveAll(d => d.Type == "ASSAULT");
        }

        PublicLife.Keep(views, drafts, lexicon);

        // "no casualties were reported": nothing that nobody did to nobody is an event.
        drafts.RemoveAll(d => d.Factuality == Factuality.Negated && d.Initiators.IsEmpty && d.Targets.IsEmpty && d.Victims.IsEmpty);
        return new Told(views, drafts, links, statistics, relations, accounts);
    }

    /// <summary>Everybody and everything an article names: the words that would be published, all words that name it, and what the model of incidents is told of it.</summary>
    internal IEnumerable<(string Words, ImmutableArray<string> All, IncidentFeatures Features)> CastOf(Analysis analysis)
    {
        Told told = Tell(analysis, SpeakerReader.BySentence(analysis), null);
        ImmutableArray<CastMember> cast = Cast.Of(told.Views);
        ImmutableArray<IncidentFeatures> features = IncidentFeatures.Of(cast, told.Views, told.Drafts);
        return cast.Select((member, i) => (IncidentReader.Words(IncidentReader.Named(member)), member.Places.Select(IncidentReader.Words).ToImmutableArray(), features[i]));
    }

    /// <summary>What passes between two parties whose words are given; any of several spans of a party will do.</summary>
    public PairCoding CodePair(Analysis analysis, Reading reading, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target)
    {
        PairCoding coded = PairCoder.Code(Views(analysis), reading, initiator, target, lexicon);
        if (opinion is null || PatternsOn(analysis, initiator, target) is not { } told)
        {
            return coded;
        }

        using HashedRows features = OpinionFeatures.Of(told, initiator, target);
        return opinion.On(coded, features, PairTie.Of(told.View, initiator, target), lexicon.Knowledge.Ontology);
    }

    /// <summary>What the patterns make of the sentence that holds the first marked words; null when none does.</summary>
    internal PatternsTold? PatternsOn(Analysis analysis, IReadOnlyList<TextSpan> initiator, IReadOnlyList<TextSpan> target)
    {
        Sentence? sentence = analysis.Sentences.FirstOrDefault(s => initiator.Any(s.Span.Overlaps)) ?? analysis.Sentences.FirstOrDefault(s => target.Any(s.Span.Overlaps));
        return sentence is null ? null : Views(analysis).Told(sentence.Index);
    }

    private PairViews Views(Analysis analysis) => pairViews.GetValue(analysis, a => new PairViews(a, triggers, lexicon));
}
