using System.Globalization;

namespace IpcApp.Testing.Internal.Faking;

internal static class Seeds
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>A seed for a part of the work, the same on every machine, so that a channel's values do not depend on the other channels.</summary>
    /// <param name="seed">The seed of the whole.</param>
    /// <param name="part">What the part is called.</param>
    public static int For(int seed, string part)
    {
        var hash = Basis;
        foreach (var c in string.Create(CultureInfo.InvariantCulture, $"{seed} {part}"))
        {
            hash = unchecked((hash ^ c) * Prime);
        }

        return (int)(hash & int.MaxValue);
    }
}
