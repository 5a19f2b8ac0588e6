namespace Casus.Events;

/// <summary>What the points of two claims were given for; negative where they differ.</summary>
/// <param name="Corroborated">An equal toll at the same place.</param>
/// <param name="Retold">One edition's sentence retells the other's.</param>
public readonly record struct LinkPoints(double Initiators, double Targets, double Time, double Place, double Toll, double Manner, double Corroborated, double Wording, double Retold)
{
    public double Sum => Initiators + Targets + Time + Place + Toll + Manner + Corroborated + Wording + Retold;
}
