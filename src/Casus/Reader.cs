using Casus.Articles;
using Casus.Claims;

namespace Casus;

/// <summary>What became of a page. Every page handed in gets one.</summary>
public abstract record ReadOutcome(Page Page);

/// <param name="Reading">Null when the article's language is not coded.</param>
public sealed record PageRead(Page Page, Article Article, Reading? Reading) : ReadOutcome(Page);

public sealed record PageRefused(Page Page, Refused Why) : ReadOutcome(Page);
