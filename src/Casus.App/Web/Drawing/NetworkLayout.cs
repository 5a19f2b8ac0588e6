using Casus.App.Store;

namespace Casus.App.Web;

/// <summary>Positions of actors such that who acts on each other stands near (Fruchterman and Reingold, 1991). The same edges give the same picture: it begins on a circle, in the order of ids.</summary>
internal static class NetworkLayout
{
    private const int Steps = 260;

    /// <returns>By actor, 0 to 1 both ways.</returns>
    public static Dictionary<string, (double X, double Y)> Of(IReadOnlyCollection<NetworkEdge> edges)
    {
        string[] ids = [.. edges.SelectMany(e => new[] { e.First, e.Second }).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> at = ids.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        double[] x = [.. ids.Select((_, i) => Math.Cos(2 * Math.PI * i / ids.Length))], y = [.. ids.Select((_, i) => Math.Sin(2 * Math.PI * i / ids.Length))];
        double near = 1.6 / Math.Sqrt(Math.Max(ids.Length, 1));
        var dx = new double[ids.Length];
        var dy = new double[ids.Length];
        for (int step = 0; step < Steps; step++)
        {
            Array.Clear(dx);
            Array.Clear(dy);
            for (int i = 0; i < ids.Length; i++)
            {
                // A little pull to the middle keeps apart what hangs together by nothing from drifting off.
                dx[i] -= 0.6 * x[i] * near;
                dy[i] -= 0.6 * y[i] * near;
                for (int j = i + 1; j < ids.Length; j++)
                {
                    (double x1, double y1) = (x[i] - x[j], y[i] - y[j]);
                    double push = near * near / Math.Max((x1 * x1) + (y1 * y1), 1e-4);
                    (dx[i], dy[i], dx[j], dy[j]) = (dx[i] + (x1 * push), dy[i] + (y1 * push), dx[j] - (x1 * push), dy[j] - (y1 * push));
                }
            }

            foreach (NetworkEdge edge in edges)
            {
                (int i, int j) = (at[edge.First], at[edge.Second]);
                (double x1, double y1) = (x[i] - x[j], y[i] - y[j]);
                double pull = Math.Sqrt((x1 * x1) + (y1 * y1)) / near * Math.Min(1 + Math.Log(edge.All), 3) * 0.3;
                (dx[i], dy[i], dx[j], dy[j]) = (dx[i] - (x1 * pull), dy[i] - (y1 * pull), dx[j] + (x1 * pull), dy[j] + (y1 * pull));
            }

            double most = 0.12 * (1 - ((double)step / Steps));
            for (int i = 0; i < ids.Length; i++)
            {
                double length = Math.Sqrt((dx[i] * dx[i]) + (dy[i] * dy[i])), move = Math.Min(length, most) / Math.Max(length, 1e-9);
                (x[i], y[i]) = (x[i] + (dx[i] * move), y[i] + (dy[i] * move));
            }
        }

        return ids.Length == 0 ? [] : Scaled(ids, x, y);
    }

    private static Dictionary<string, (double X, double Y)> Scaled(string[] ids, double[] x, double[] y)
    {
        (double left, double right, double top, double bottom) = (x.Min(), x.Max(), y.Min(), y.Max());
        return ids.Select((id, i) => (id, (Math.Round((x[i] - left) / Math.Max(right - left, 1e-9), 4), Math.Round((y[i] - top) / Math.Max(bottom - top, 1e-9), 4)))).ToDictionary(p => p.id, p => p.Item2, StringComparer.Ordinal);
    }
}
