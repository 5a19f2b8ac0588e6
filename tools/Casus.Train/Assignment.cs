namespace Casus.Train;

/// <summary>The best one-to-one pairing of rows with columns (Kuhn 1955 and Munkres 1957, with potentials and shortest augmenting paths).</summary>
internal static class Assignment
{
    /// <param name="gains">Rows × columns, of any shape; no gain is below 0.</param>
    /// <returns>The greatest sum of gains over pairings that use no row and no column twice.</returns>
    public static double Best(double[,] gains)
    {
        int rows = Math.Min(gains.GetLength(0), gains.GetLength(1)), columns = Math.Max(gains.GetLength(0), gains.GetLength(1));
        bool turned = gains.GetLength(0) > gains.GetLength(1);
        double Cost(int row, int column) => -(turned ? gains[column - 1, row - 1] : gains[row - 1, column - 1]);

        // Rows and columns count from 1; column 0 holds the row that is being placed.
        var rowPotential = new double[rows + 1];
        var columnPotential = new double[columns + 1];
        var owner = new int[columns + 1];
        var way = new int[columns + 1];
        for (int row = 1; row <= rows; row++)
        {
            owner[0] = row;
            int column = 0;
            var shortest = new double[columns + 1];
            var used = new bool[columns + 1];
            Array.Fill(shortest, double.PositiveInfinity);
            do
            {
                used[column] = true;
                int from = owner[column], next = 0;
                double step = double.PositiveInfinity;
                for (int c = 1; c <= columns; c++)
                {
                    if (used[c])
                    {
                        continue;
                    }

                    double reduced = Cost(from, c) - rowPotential[from] - columnPotential[c];
                    if (reduced < shortest[c])
                    {
                        shortest[c] = reduced;
                        way[c] = column;
                    }

                    if (shortest[c] < step)
                    {
                        step = shortest[c];
                        next = c;
                    }
                }

                for (int c = 0; c <= columns; c++)
                {
                    if (used[c])
                    {
                        rowPotential[owner[c]] += step;
                        columnPotential[c] -= step;
                    }
                    else
                    {
                        shortest[c] -= step;
                    }
                }

                column = next;
            }
            while (owner[column] != 0);

            for (; column != 0; column = way[column])
            {
                owner[column] = owner[way[column]];
            }
        }

        double sum = 0;
        for (int c = 1; c <= columns; c++)
        {
            sum -= owner[c] == 0 ? 0 : Cost(owner[c], c);
        }

        return sum;
    }
}
