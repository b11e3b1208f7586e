using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Whether types without a generated codec can be taken apart at run time. With Native AOT they cannot.</summary>
internal static class Reflected
{
    public const string Reason = "Types without a generated codec are taken apart by reflection.";

    [FeatureGuard(typeof(RequiresUnreferencedCodeAttribute))]
    [FeatureGuard(typeof(RequiresDynamicCodeAttribute))]
    [SuppressMessage("Trimming", "IL4000", Justification = "With Native AOT both go together.")]
    public static bool IsUsable => RuntimeFeature.IsDynamicCodeSupported;
}
