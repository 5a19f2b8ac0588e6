using System.Collections.Immutable;
using Casus.Language;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Language.Mentions;

public sealed class QuantityReaderTests
{
    private static readonly QuantityReader Reader = new(Real.Knowledge);

    [Theory]
    [InlineData("They expelled 5,00,000 migrants.", "5,00,000", 500000d, 500000d, false, null)]
    [InlineData("Some 15,000 fighters came.", "Some 15,000", 15000d, 15000d, true, null)]
    [InlineData("At least 46 people died.", "At least 46", 46d, null, false, null)]
    [InlineData("It killed over 1,500 people.", "over 1,500", 1500d, null, false, null)]
    [InlineData("It killed up to 30 people.", "up to 30", null, 30d, false, null)]
    [InlineData("It killed between 20 and 30 people.", "between 20 and 30", 20d, 30d, false, null)]
    [InlineData("It killed 20 to 30 people.", "20 to 30", 20d, 30d, false, null)]
    [InlineData("It killed 20-30 people.", "20-30", 20d, 30d, false, null)]
    [InlineData("Dozens of villagers fled.", "Dozens", 24d, null, true, null)]
    [InlineData("Tens of thousands fled.", "Tens of thousands", 20000d, null, true, null)]
    [InlineData("A couple of guards fled.", "A couple of", 2d, 2d, true, null)]
    [InlineData("Twenty-four guards fled.", "Twenty-four", 24d, 24d, false, null)]
    [InlineData("Two lakh fifty thousand people fled.", "Two lakh fifty thousand", 250000d, 250000d, false, null)]
    [InlineData("They gave 1.5 million doses.", "1.5 million", 1500000d, 1500000d, false, null)]
    [InlineData("Attacks rose by 56%.", "56%", 56d, 56d, false, "percent")]
    [InlineData("Attacks rose by 56 per cent.", "56 per cent", 56d, 56d, false, "percent")]
    [InlineData("It gave $5 million.", "$5 million", 5000000d, 5000000d, false, "USD")]
    [InlineData("It gave 3 crore rupees.", "3 crore rupees", 30000000d, 30000000d, false, "rupee")]
    [InlineData("It lies 40 km off.", "40 km", 40d, 40d, false, "km")]
    [InlineData("No fewer than 12 or more men fled.", "No fewer than 12 or more", 12d, null, false, null)]
    [InlineData("A couple of hundred guards fled.", "A couple of hundred", 200d, 200d, true, null)]
    [InlineData("A few thousand guards fled.", "A few thousand", 2000d, 9000d, true, null)]
    [InlineData("Scores of guards fled.", "Scores", 40d, null, true, null)]
    [InlineData("Half a million people fled.", "Half a million", 500000d, 500000d, false, null)]
    [InlineData("As many as 40 guards fled.", "As many as 40", null, 40d, false, null)]
    [InlineData("Two-thirds of the guards fled.", "Two-thirds", 0.6667d, 0.6667d, false, "fraction")]
    [InlineData("Nearly a third of the guards fled.", "Nearly a third", 0.3333d, 0.3333d, true, "fraction")]
    [InlineData("More than half of the guards fled.", "More than half", 0.5d, null, false, "fraction")]
    [InlineData("The third convoy arrived.", "third", 3d, 3d, false, "ordinal")]
    [InlineData("The 205th battalion arrived.", "205th", 205d, 205d, false, "ordinal")]
    public void Numbers_have_bounds_and_units(string text, string quote, double? min, double? max, bool approximate, string? unit)
    {
        QuantityMention found = Assert.Single(Read(text));
        Assert.Equal((quote, min, max, approximate, unit), (found.Quote, found.Min, found.Max, found.Approximate, found.Unit));
    }

    [Theory]
    [InlineData("The F-16 and the AK-47 were used.")]
    [InlineData("A 14-year-old boy was hurt.")]
    [InlineData("It ended in 2021 after three years.")]
    [InlineData("It was 1e309 or 1234567890123456789012345678901234567890.")]
    [InlineData("See 12,34.")]
    [InlineData("It said -5 people were killed.")]
    [InlineData("It said NaN people and ١٢ people and 1,2,3 people were killed.")]
    [InlineData("A 10 year old boy was hurt.")]
    public void What_counts_nothing_is_left(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("Attacks rose by 56 percent in 2023 over 2022.", 56d, "rise", "2022")]
    [InlineData("The army reported a 40% drop from a year earlier.", 40d, "fall", "a year earlier")]
    [InlineData("Raids were down 12 percent in March.", 12d, "fall", null)]
    [InlineData("Some 30 percent of the villagers fled.", 30d, null, "the villagers")]
    [InlineData("Two-thirds of the guards fled.", 0.6667d, null, "the guards")]
    public void Shares_have_a_direction_and_a_base(string text, double value, string? change, string? measuredBy)
    {
        QuantityMention found = Assert.Single(Read(text), q => q.Unit is "percent" or "fraction");
        Assert.Equal((value, change, measuredBy), (found.Min, found.Change, found.Base?.Of(text)));
    }

    [Fact]
    public void Any_text_is_read_without_harm() => Prop.ForAll<NonNull<string>>(text =>
    {
        string hostile = text.Get + " 9,99 lakh lakh of 1/0 half - 2 1/2 between and $ two-thirds of a few million million million million 1e309 -5 7th%";
        return Read(hostile).All(q => q.Span.Of(hostile) == q.Quote && (q.Min is null || double.IsFinite(q.Min.Value)) && (q.Max is null || double.IsFinite(q.Max.Value)) && q.Min is not < 0);
    }).QuickCheckThrowOnFailure();

    private static ImmutableArray<QuantityMention> Read(string text)
    {
        ImmutableArray<Sentence> sentences = Real.Parse(text);
        return Reader.Read(text, sentences, new TimeReader(Real.Knowledge).Read(text, Real.Tuesday, sentences));
    }
}
