namespace Casus.Language;

/// <summary>A matrix by which rows are multiplied: in full (<see cref="PackedMatrix"/>) where weights are learnt, in 16 bits (<see cref="ShortProduct"/>) where they are read.</summary>
internal unsafe interface IRightFactor
{
    /// <summary>C = A·B, or += with <paramref name="add"/>. Element (i, k) of A is a[i * rowStep + k], element (i, j) of C is c[i * width + j].</summary>
    void Multiply(int rows, float* a, int rowStep, float* c, int width, bool add);
}
