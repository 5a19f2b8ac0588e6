namespace Casus.App.Access;

/// <summary>Who asks, as far as they have shown it.</summary>
/// <param name="Name">Of the user, or of the key.</param>
/// <param name="IsKey">A program with an API key, not a person at the forms.</param>
internal sealed record Visitor(string Name, UserRole Role, bool IsKey);
