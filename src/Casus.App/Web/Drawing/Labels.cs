namespace Casus.App.Web;

/// <summary>Room for names in a drawing: who comes first keeps it.</summary>
internal sealed class Labels
{
    private const double Letter = 6.6, Line = 13;

    private readonly List<(double Left, double Right, double Y)> taken = [];

    /// <summary>Takes the room for words centred at a point, where it is free.</summary>
    public bool Take(double x, double y, string words)
    {
        double half = words.Length * Letter / 2;
        if (taken.Exists(t => Math.Abs(t.Y - y) < Line && t.Left < x + half && x - half < t.Right))
        {
            return false;
        }

        taken.Add((x - half, x + half, y));
        return true;
    }
}
