namespace IpcApp.Internal.Codec;

/// <summary>RegExp flags as V8's bit set. Its seventh bit, for the non-standard linear engine, is not JavaScript's and refused.</summary>
internal static class V8RegExpFlags
{
    // The position of a letter is its bit; a blank has no letter.
    private const string Letters = "gimyus dv";

    public static uint ToBits(string flags)
        => flags.Aggregate(0u, (bits, flag) => bits | (1u << Letters.IndexOf(flag, StringComparison.Ordinal)));

    public static bool TryToText(uint bits, out string flags)
    {
        flags = string.Concat(Letters.Where((letter, bit) => letter != ' ' && (bits & (1u << bit)) != 0));
        return ToBits(flags) == bits && !(flags.Contains('u', StringComparison.Ordinal) && flags.Contains('v', StringComparison.Ordinal));
    }
}
