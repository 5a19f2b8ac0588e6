using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>Who may have written an article, as one place of its page says.</summary>
/// <param name="IsName">The markup says that the value is one name and no more: names that are one word without capitals count.</param>
/// <param name="IsBody">The markup says that it is an organisation.</param>
internal readonly record struct AuthorOffer(string Value, string Where, int Weight, bool IsName, bool IsBody = false);

/// <summary>Chooses the people who wrote an article among what its page offers.</summary>
internal sealed class AuthorChoice(ArticleWords words, PageTree tree, string? site, string host)
{
    private const int MostPeople = 8;

    /// <summary>Lighter places stand beside other articles too: only the first that names somebody counts.</summary>
    private const int WholePage = 70;

    /// <summary>Places beside the article weigh less.</summary>
    private const int Seen = 50;

    private const int Others = 4;

    private readonly Bylines bylines = new(words);

    /// <summary>Names that look like names first; where there are none, names that their bearers chose.</summary>
    public ImmutableArray<Offer> People(IReadOnlyList<AuthorOffer> all)
    {
        // A place that names four or more in turn is a list of other articles.
        var lists = all.GroupBy(o => o.Where, StringComparer.Ordinal).Where(g => IsSeen(g.First()) && g.Select(o => o.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= Others).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        List<AuthorOffer> offers = [.. all.Where(o => !lists.Contains(o.Where))];
        return Whole(Heaviest(offers, false) is { IsEmpty: false } people ? people : Heaviest(offers, true), offers);
    }

    /// <summary>The people found, or the longer byline that readers see and that holds them all.</summary>
    private ImmutableArray<Offer> Whole(ImmutableArray<Offer> found, List<AuthorOffer> offers)
    {
        foreach (AuthorOffer offer in found.IsEmpty ? [] : offers)
        {
            if (IsSeen(offer) && offer.Weight >= Seen)
            {
                string[] people = [.. Of(offer, false)];
                if (people.Length > found.Length && people.Length <= MostPeople && people.All(IsName) && found.All(f => people.Contains(f.Value, StringComparer.OrdinalIgnoreCase)))
                {
                    return [.. people.Select(p => new Offer(p, offer.Where, offer.Weight))];
                }
            }
        }

        return found;
    }

    /// <summary>A name and no post behind a name: "Jane Roe", "J. R. Roe", not "Editor. M.A. Biology".</summary>
    private bool IsName(string person) => words.Names.IsNameLike(person) && person.Split(' ').All(w => w[^1] != '.' || w.Length <= 3);

    private static bool IsSeen(AuthorOffer offer) => offer.Where[0] is not ('j' or 'm' or 'l');

    private ImmutableArray<Offer> Heaviest(IReadOnlyList<AuthorOffer> offers, bool handles)
    {
        foreach (IGrouping<int, AuthorOffer> level in offers.GroupBy(o => o.Weight).OrderByDescending(g => g.Key))
        {
            var people = ImmutableArray.CreateBuilder<Offer>();
            foreach (AuthorOffer offer in level)
            {
                foreach (string person in Of(offer, handles))
                {
                    if (people.Count < MostPeople && !people.Any(p => p.Value.Equals(person, StringComparison.OrdinalIgnoreCase)))
                    {
                        people.Add(new Offer(person, offer.Where, offer.Weight));
                    }
                }

                if (people.Count > 0 && offer.Weight < WholePage)
                {
                    break;
                }
            }

            if (people.Count > 0)
            {
                return people.Count == 1 ? [Fuller(people[0], offers)] : people.ToImmutable();
            }
        }

        return [];
    }

    /// <summary>Who signs where no person does: a desk or a body in a byline that readers see, unless it only repeats the site's name or is an agency; null when nobody signs.</summary>
    public Offer? Desk(IReadOnlyList<AuthorOffer> offers)
    {
        foreach (AuthorOffer offer in offers.OrderByDescending(o => o.Weight))
        {
            if (offer.Weight >= Seen && IsSeen(offer) && bylines.Desk(offer.Value) is { } desk && !Titles.NamesSite(desk, site, host) && new AgencyCredit(words).In(desk) is null)
            {
                return new Offer(desk, offer.Where, offer.Weight);
            }
        }

        return null;
    }

    private IEnumerable<string> Of(AuthorOffer offer, bool handles)
    {
        ImmutableArray<string> people = bylines.People(offer.Value, handles && offer.IsName);
        int letters = people.Sum(p => p.Length);
        if (!offer.IsName && offer.Weight < WholePage && letters * 3 < offer.Value.Length && bylines.Shown(offer.Value).Length == 0)
        {
            return [];
        }

        return people.Where(p => (offer.Where[0] != 'l' || words.Names.IsNameLike(p)) && !IsSite(p, offer) && (offer.Where[0] is not ('j' or 'm') || IsPrinted(p)) && (!offer.IsBody || words.Names.IsFullName(p)));
    }

    /// <summary>True when readers see a name. Data that is not printed tells whose account loaded the text up, not who wrote it.</summary>
    private bool IsPrinted(string person) => tree.Runs.Exists(r => r.Text.Contains(person, StringComparison.OrdinalIgnoreCase));

    /// <summary>A person may share words with the host, but is not called as the site is.</summary>
    private bool IsSite(string person, AuthorOffer offer) =>
        Titles.NamesSite(person, site, "") || (Titles.HoldsHost(person, host) && !words.Names.IsFullName(person)) || (!offer.IsName && Titles.NamesSite(person, null, host));

    /// <summary>"Jane Roe" where a lone "Jane" was found and another place tells more.</summary>
    private Offer Fuller(Offer found, IReadOnlyList<AuthorOffer> offers)
    {
        if (found.Value.Contains(' ', StringComparison.Ordinal))
        {
            return found;
        }

        foreach (AuthorOffer offer in offers)
        {
            foreach (string person in bylines.People(offer.Value))
            {
                if (person.Length > found.Value.Length + 1 && person.StartsWith(found.Value, StringComparison.OrdinalIgnoreCase) && person[found.Value.Length] == ' ' && words.Names.IsNameLike(person))
                {
                    return new Offer(person, offer.Where, offer.Weight);
                }
            }
        }

        return found;
    }
}
