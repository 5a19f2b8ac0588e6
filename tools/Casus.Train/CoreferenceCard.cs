using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>The page that lies beside the weights of coreference.</summary>
internal static class CoreferenceCard
{
    public static string Write(CoreferenceRecipe recipe, CoreferenceModel model, int bytes, LinkedText[] texts, CoreferenceScores scores) => "";
}
