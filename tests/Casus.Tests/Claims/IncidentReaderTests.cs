using System.Collections.Immutable;
using System.Text;
using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Knowledge;
using Casus.Tests.Language;
using Casus.Train;
using Xunit;

namespace Casus.Tests.Claims;

public sealed class IncidentReaderTests
{
    private const string Report = """
        UNIDENTIFIED GUNMEN TODAY KIDNAPPED JUDGE ROBERTO LARA NEAR HIS HOME IN THE NORTHERN CITY OF ORLAND, POLICE REPORTED.

        A POWERFUL BOMB EXPLODED LAST NIGHT IN FRONT OF THE OFFICES OF THE PROVINCIAL BANK.  THE BUILDING WAS DESTROYED.

        THE MINISTER SAID IN A SPEECH THAT THE PEOPLE WILL FIGHT AGAINST POVERTY AND THAT THE GOVERNMENT WANTS PEACE.
        """;

    private static readonly Lazy<IncidentModel> Weights = new(() => IncidentModel.Load(File.ReadAllBytes(Path.Combine(RepositoryModel.Root(), "models", "incident.bin"))));
    private static readonly Lazy<Reader> Hearing = new(() => new Reader(RepositoryKnowledge.Base, RepositoryModel.Model, RepositoryModel.Mentions, incidents: Weights.Value));
    private static readonly Lazy<Reader> Patterns = new(() => new Reader(RepositoryKnowledge.Base, RepositoryModel.Model, RepositoryModel.Mentions));

    [Fact]
    public void In_capitals_the_parts_are_read_and_the_model_named()
    {
        EventClaim[] told = Assaults(Hearing.Value, Report);
        Assert.Contains(told.SelectMany(c => c.Victims), v => v.Evidence.Quote.EndsWith("LARA", StringComparison.Ordinal));
        Assert.Contains(told.SelectMany(c => c.Initiators), v => v.Evidence.Quote.EndsWith("GUNMEN", StringComparison.Ordinal));
        Assert.Contains(told.SelectMany(c => c.Means), m => m.Kind == "bomb");
        Assert.Contains(told.SelectMany(c => c.Rules), r => r == IncidentReader.Rule);
    }

    private const string Named = """
        TWO GUNMEN ON A MOTORCYCLE MURDERED A PROSECUTOR IN FRONT OF THE COURTHOUSE OF ORLAND YESTERDAY, POLICE REPORTED.

        THE MINISTER OF AGRICULTURE, PABLO IBARRA, SAID ON THE RADIO THAT THE HARVEST OF COFFEE WILL BE GOOD.

        PROSECUTOR ESTEBAN QUIROGA WAS KILLED BY THE GUNMEN AS HE LEFT HIS CAR.
        """;

    [Fact]
    public void A_victim_who_is_named_later_stands_on_the_event_and_a_bystander_does_not()
    {
        Party[] victims = [.. Assaults(Hearing.Value, Named).SelectMany(c => c.Victims)];
        Assert.Contains(victims, v => v.Evidence.Quote.Contains("QUIROGA", StringComparison.Ordinal));
        Assert.DoesNotContain(victims, v => v.Evidence.Quote.Contains("IBARRA", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_place_is_heard_is_a_share_of_all_places()
    {
        var coder = new Coder(RepositoryKnowledge.Base);
        foreach ((_, ImmutableArray<string> all, IncidentFeatures features) in coder.CastOf(Read(Patterns.Value, Report).Analysis))
        {
            Weights.Value.Likelihoods(features, out float[] heed);
            Assert.Equal(all.Length, features.Places.Count);
            Assert.Equal(IncidentModel.Parts, heed.Sum(), 1e-4);
        }
    }

    [Fact]
    public void No_event_is_added_or_taken_away() =>
        Assert.Equal(Assaults(Patterns.Value, Report).Select(c => c.Trigger.Span).Order(), Assaults(Hearing.Value, Report).Select(c => c.Trigger.Span).Order());

    [Fact]
    public void Print_with_small_letters_is_left_to_the_patterns()
    {
        const string text = "Unidentified gunmen kidnapped judge Roberto Lara near his home in Orland on Monday. A bomb exploded in front of the offices of the bank.";
        Assert.Equal(Assaults(Patterns.Value, text).Select(c => c.Id), Assaults(Hearing.Value, text).Select(c => c.Id));
    }

    [Fact]
    public void The_same_reports_give_the_same_weights_and_the_file_holds_them()
    {
        var coder = new Coder(RepositoryKnowledge.Base);
        ImmutableArray<MarkedMember> cast = [.. coder.CastOf(Read(Patterns.Value, Report).Analysis).Select(m => new MarkedMember(m.Features, m.Words, [m.Words.EndsWith("GUNMEN", StringComparison.Ordinal), false, false, false, false]))];
        MarkedReport[] reports = [new("r", cast, [])];
        float[] one = IncidentTraining.Train(reports, 3), two = IncidentTraining.Train(reports, 3);
        Assert.Equal(one, two);
        IncidentModel read = IncidentModel.Load(new IncidentModel(one, 0.5f, "").Write());
        Assert.True(read.Holds([0.6f, 0, 0, 0, 0], IncidentPart.Perpetrator));
        Assert.Equal(cast.Length, cast.Count(m => read.Likelihoods(m.Features, out _).All(p => p is >= 0 and <= 1)));
    }

    [Fact]
    public void Damaged_weights_are_refused_with_a_remedy()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(RepositoryModel.Root(), "models", "incident.bin"));
        bytes[^100] ^= 1;
        Assert.Contains("train", Assert.Throws<InvalidDataException>(() => IncidentModel.Load(bytes)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => IncidentModel.Load(RepositoryModel.Bytes));
    }

    [Theory]
    [InlineData("THE OFFICES OF THE PROVINCIAL BANK", "offices")]
    [InlineData("Judge Lara, a father of two", "lara")]
    [InlineData("The mayor's car", "car")]
    [InlineData("", "")]
    public void The_head_of_a_phrase_is_its_last_word_before_what_only_describes_it(string phrase, string head) => Assert.Equal(head, IncidentTraining.HeadWord(phrase));

    private static EventClaim[] Assaults(Reader reader, string text) => [.. Read(reader, text).Claims.OfType<EventClaim>().Where(c => c.Type == "ASSAULT")];

    private static Reading Read(Reader reader, string text) =>
        ((PageRead)reader.Read(Page.Of("report", Encoding.UTF8.GetBytes(text), PageFormat.PlainText, KnownFacts.None))).Reading!;
}
