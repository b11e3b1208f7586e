using System.Globalization;

namespace IpcApp.Testing.Internal;

/// <summary>Counts the lines that a page causes, of one kind, as Electron does: <c>src/electron-main/lib/occurrences.js</c>. Thread-safe.</summary>
internal sealed class ElectronSideOccurrences
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _counts = [];

    /// <returns>What to add to the line; null if it is not to be written.</returns>
    public string? Add(string key)
    {
        var shortKey = key[..Math.Min(key.Length, ElectronSideLimits.CountedKeyLength)];
        lock (_gate)
        {
            var isKnown = _counts.ContainsKey(shortKey) || _counts.Count < ElectronSideLimits.CountedKeys;
            var counted = isKnown ? shortKey : "";
            var count = _counts[counted] = _counts.GetValueOrDefault(counted) + 1;
            var digits = count.ToString(CultureInfo.InvariantCulture);
            if (digits[0] != '1' || digits.AsSpan(1).ContainsAnyExcept('0') || (!isKnown && count == 1))
            {
                return null;
            }

            var what = isKnown ? "like it" : "of its kind that are not told apart";
            return count == 1 ? "" : $" [the {count}th line {what}; the next that is written is the {digits}0th]";
        }
    }
}
