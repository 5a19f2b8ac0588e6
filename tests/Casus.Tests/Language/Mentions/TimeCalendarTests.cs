using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Casus.Knowledge;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language.Mentions;

/// <summary>Calendars that are not ours, what is counted from another time, and that bounds agree with values.</summary>
public sealed class TimeCalendarTests
{
    private static readonly TimeReader Reader = new(Real.Knowledge);

    [Theory]
    [InlineData("Raids went on through Ramadan.", "2024-04-20", "2024-03-11/2024-04-09", "2024-03-10", "2024-04-10")]
    [InlineData("Raids will go on through Ramadan.", "2024-02-20", "2024-03-11/2024-04-09", "2024-03-10", "2024-04-10")]
    [InlineData("It was signed in Ramadan 2021.", "2024-02-20", "2021-04-13/2021-05-12", "2021-04-12", "2021-05-13")]
    [InlineData("A truce was kept over the Eid holidays.", "2024-06-20", "2024-06-16/2024-06-19", "2024-06-15", "2024-06-20")]
    [InlineData("A truce was kept on Eid al-Fitr.", "2024-04-15", "2024-04-10/2024-04-12", "2024-04-09", "2024-04-13")]
    [InlineData("They struck on 10 Muharram.", "2024-07-20", "2024-07-16/2024-07-17", "2024-07-15", "2024-07-18")]
    [InlineData("They struck on Ashura.", "2024-07-20", "2024-07-16/2024-07-17", "2024-07-15", "2024-07-18")]
    [InlineData("They struck on Nowruz.", "2024-04-20", "2024-03-20", "2024-03-20", "2024-03-20")]
    [InlineData("They struck at Easter.", "2024-04-20", "2024-03-31", "2024-03-31", "2024-03-31")]
    [InlineData("The city fell on 24 Asad 1400.", "2021-09-01", "2021-08-15", "2021-08-15", "2021-08-15")]
    [InlineData("The levy was raised in Hamal 1403.", "2024-09-01", "2024-03-20/2024-04-19", "2024-03-20", "2024-04-19")]
    [InlineData("The budget for 1402 SH was cut.", "2024-09-01", "2023-03-21/2024-03-19", "2023-03-21", "2024-03-19")]
    [InlineData("India's budget for FY2023-24 was passed.", "2024-09-01", "2023-04-01/2024-03-31", "2023-04-01", "2024-03-31")]
    [InlineData("Spending rose in Pakistan in fiscal 2023.", "2024-09-01", "2023", "2022-07-01", "2023-06-30")]
    [InlineData("Spending rose in fiscal 2023.", "2024-09-01", "2023", "2022-02-01", "2024-11-30")]
    [InlineData("Five posts fell in the week to Friday.", "2024-12-31", "2024-12-21/2024-12-27", "2024-12-21", "2024-12-27")]
    [InlineData("He was freed last summer.", "2024-12-31", "2024-SU", "2024-06-01", "2024-08-31")]
    public void Calendars_and_spans_have_first_and_last_days(string text, string published, string value, string earliest, string latest)
    {
        TimeMention time = Assert.Single(Read(text, Day(published)), t => t.Type is TimeType.Date);
        Assert.Equal((value, Day(earliest), Day(latest)), (time.Value, time.Earliest!.Value, time.Latest!.Value));
    }

    [Theory]
    [InlineData("Some 1400 men fled, and in 1402 houses bread ran out.")]
    [InlineData("Asad spoke to Mizan and to Rajab.")]
    [InlineData("Ramadan Karimi was arrested.")]
    [InlineData("It was signed on 31 February.")]
    [InlineData("It was signed on 31 February 2023.")]
    [InlineData("It was signed on 29 February 2023.")]
    [InlineData("The order is of 31 Mizan 1402 SH.")]
    public void Names_counts_and_days_that_do_not_exist_are_no_dates(string text) =>
        Assert.DoesNotContain(Read(text, Real.Tuesday), t => t.Precision is not ("year" or "none") || t.Value.Contains('/', StringComparison.Ordinal));

    [Fact]
    public void A_bare_Hijri_year_counts_once_the_article_has_shown_the_calendar()
    {
        Assert.Empty(Read("The levy was doubled in 1402.", Real.Tuesday));
        Assert.Equal(["2022-09-23/2022-10-22", "2023-03-21/2024-03-19"], Read("The levy of Mizan 1401 was doubled in 1402.", Real.Tuesday).Select(t => t.Value));
    }

    [Theory]
    [InlineData("On 5 May 2019 he fled. Two days later he was caught.", "2019-05-07")]
    [InlineData("On 5 May 2019 he fled. Two days earlier he had been seen.", "2019-05-03")]
    [InlineData("On 5 May 2019 he fled. The same day his aide was caught.", "2019-05-05")]
    [InlineData("On 7 May 2019 he fled. The following Monday he was caught.", "2019-05-13")]
    [InlineData("In May 2019 he fled. His aide was caught the same day.", "2019-05-XX")]
    [InlineData("In 2019 he fled. His aide was caught the same day.", "2019-XX-XX")]
    [InlineData("In 2019 he fled. A few days later he was caught.", "PXD")]
    public void Times_are_counted_from_what_was_named_and_stay_open_where_that_is_coarser(string text, string value) =>
        Assert.Equal(value, Read(text, Real.Tuesday)[^1].Value);

    [Theory]
    [InlineData("KABUL, Dec 25 (Agency) - Two men were freed on Tuesday.", "2024-12-24")]
    [InlineData("Two men were freed on Tuesday.", "2024-12-31")]
    public void Weekdays_count_from_the_dateline(string text, string value) => Assert.Equal(value, Read(text, Real.Tuesday)[^1].Value);

    [Fact]
    public void A_dateline_with_its_year_stands_in_for_a_publication_day() =>
        Assert.Equal("2024-12-24", Read("KABUL, Dec 25, 2024 (Agency) - Two men were freed on Tuesday.", null)[^1].Value);

    [Theory]
    [InlineData("They plan to meet Monday.", "2025-01-06")]
    [InlineData("The talks were postponed until Monday.", "2025-01-06")]
    [InlineData("He said the talks would resume on Monday.", "2025-01-06")]
    [InlineData("The talks are expected to resume in March.", "2025-03")]
    [InlineData("They met Monday.", "2024-12-30")]
    public void Words_that_look_ahead_turn_a_weekday_or_month(string text, string value) => Assert.Equal(value, Read(text, Real.Tuesday)[^1].Value);

    [Theory]
    [InlineData("Profit rose 5% in the third quarter of 2019. It had been $4 million a year earlier.", "2018-Q3")]
    [InlineData("The mosque was closed a year ago.", "2023")]
    public void A_year_before_a_quarter_is_a_quarter(string text, string value) => Assert.Equal(value, Read(text, Real.Tuesday)[^1].Value);

    [Fact]
    public void A_clock_time_is_of_the_day_its_sentence_names() =>
        Assert.Equal("2024-12-27T10:35", Read("The blast came at 10:35 a.m. in the market on Friday.", Real.Tuesday)[0].Value);

    /// <summary>Sentences made of pieces of time expressions: whatever is found, its bounds, precision and quote agree.</summary>
    [Fact]
    public void Bounds_agree_with_values_whatever_is_read()
    {
        string[] pieces =
        [
            "on", "in", "the", "last", "next", "May", "31", "February", "2023", "1402", "Asad", "24", "FY2023-24", "fiscal", "year", "quarter", "third", "Friday", "weekend", "summer",
            "of", "99999999999", "years", "ago", "later", "Ramadan", "1445", "Eid", "al-Fitr", "early", "two", "decades", "century", "99th", "the same day", "the week to", "10:61", "a.m.", "morning", ",", ".",
            "since", "until", "will", "fell", "half", "1990s", "Q3", "SH", "AH", "end of the month", "year-end", "0", "29", "1e309", "٣", "9999-12-31", "9999",
        ];
        var random = new Random(20240517);
        var days = new DateOnly?[] { null, Real.Tuesday, new DateOnly(2024, 2, 29), DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(1900, 1, 1), new DateOnly(2077, 12, 31) };
        for (int round = 0; round < 60; round++)
        {
            var text = new StringBuilder("It");
            for (int i = 0; i < 60; i++)
            {
                text.Append(' ').Append(pieces[random.Next(pieces.Length)]);
            }

            string made = text.Append('.').ToString();
            ImmutableArray<Sentence> sentences = Real.Parse(made);
            foreach (DateOnly? published in days)
            {
                Assert.All(Reader.Read(made, published, sentences), t => Agrees(made, t));
            }
        }
    }

    private static void Agrees(string text, TimeMention time)
    {
        Assert.Equal(time.Quote, time.Span.Of(text));
        Assert.NotEmpty(time.Value);
        Assert.Equal(time.Earliest is null, time.Latest is null);
        if (time is not { Earliest: DateOnly first, Latest: DateOnly last })
        {
            return;
        }

        int days = last.DayNumber - first.DayNumber + 1;
        int most = time.Precision switch { "day" or "time" => 1, "week" => 10, "month" => 32, "season" => 92, "quarter" => 184, "year" => 1100, "decade" => 3653, "century" => 36525, _ => int.MaxValue };
        Assert.InRange(days, 1, most);
        if (time.Precision == "day" && time.Value.Length == 10 && DateOnly.TryParseExact(time.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            Assert.Equal((day, day), (first, last));
        }

        if (time.Precision is "month" or "year" && time.Value.Length is 4 or 7 && char.IsAsciiDigit(time.Value[^1]) && !time.Rule.Value.Contains("fiscal", StringComparison.Ordinal))
        {
            Assert.StartsWith(time.Value, first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Assert.StartsWith(time.Value, last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ImmutableArray<TimeMention> Read(string text, DateOnly? published) => Reader.Read(text, published, Real.Parse(text));
}
