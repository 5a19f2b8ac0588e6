using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>Reads one article of a press archive's export; what its fields say is evidence under the field's label.</summary>
internal sealed class ExportReader(ArticleWords words)
{
    private const int FieldWeight = 95;

    /// <summary>The archive takes articles in on the day of publication or later: never the day itself.</summary>
    private const int SavedWeight = 6;

    private readonly DateText days = new(words.Months);
    private readonly Bylines bylines = new(words);

    public Draft Read(string text, string? address)
    {
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        ExportFields fields = CodedExport.Is(lines, words.Forms) ? CodedExport.Read(lines, words.Forms)
            : LabelledExport.Is(lines, words.Forms) ? LabelledExport.Read(lines, words.Forms, days)
            : PlainExport.Is(lines) ? PlainExport.Read(lines, words.Forms, days, bylines)
            : new ExportFields();
        Offer? author = Offered(fields, "author"), agency = Offered(fields, "agency");
        var credit = new AgencyCredit(words);
        string? credited = credit.In(agency?.Value ?? author?.Value ?? "");
        address ??= fields["address"]?.Value;
        return new Draft(Body(fields), Offered(fields, "title"), null, People(author), Offered(fields, "outlet"), DateChoice.Judge([.. Days(fields, "published", FieldWeight), .. Days(fields, "saved", SavedWeight)]), address)
        {
            Section = Offered(fields, "section") is { } section ? section with { Value = section.Value.Split(';')[0].Trim() } : null,
            Agency = credited is null ? null : new Offer(credited, (agency ?? author)!.Value.Where, FieldWeight),
        };
    }

    private ImmutableArray<Offer> People(Offer? author) =>
        author is not { } found ? [] : [.. bylines.People(found.Value).Select(p => found with { Value = p })];

    private IEnumerable<DateCandidate> Days(ExportFields fields, string field, int weight) =>
        fields[field] is var (value, label) && days.All(value, true, 1) is [var found, ..] ? [new DateCandidate(found.Day, "export field " + label, value, weight, "")] : [];

    private static Offer? Offered(ExportFields fields, string field) =>
        fields[field] is var (value, label) ? new Offer(value, "export field " + label, FieldWeight) : null;

    private ImmutableArray<DraftBlock> Body(ExportFields fields)
    {
        var body = ImmutableArray.CreateBuilder<DraftBlock>();
        List<DumpLine> lines = DumpLines.Of(fields.Text, words.Lines);
        for (int i = 0; i < lines.Count; i++)
        {
            DumpLine line = lines[i];
            bool heads = !line.IsProse && line.Words < 12 && i + 1 < lines.Count && lines[i + 1].IsProse;
            bool label = (line.Cue & (LineCue.Drop | LineCue.Author | LineCue.Credit)) != 0 && line.Words < 30;
            if (!label)
            {
                body.Add(new DraftBlock(line.Bullet ? BlockKind.List : heads ? BlockKind.Subtitle : BlockKind.Paragraph, line.Text));
            }
        }

        return body.ToImmutable();
    }
}
