namespace Casus;

/// <summary>Reading: one page in, its claims out. Pure; the same page, knowledge and models give the same claims.</summary>
public sealed class Reader;
