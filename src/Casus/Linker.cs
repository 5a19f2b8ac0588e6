namespace Casus;

/// <summary>Linking: the claims of many articles in, stories and events out. Pure and independent of order.</summary>
public sealed class Linker;
