using System.Globalization;

namespace IpcApp.Internal.Diagnosis.Verification;

/// <summary>What <c>verify</c> is asked to do.</summary>
/// <param name="Path">The package: its folder, its executable, on macOS the .app, or the command that it has installed.</param>
/// <param name="Timeout">How long the page may take to answer.</param>
/// <param name="Json">Whether a program reads the result.</param>
/// <param name="Arguments">More arguments for the app.</param>
internal sealed record VerifyOptions(string Path, TimeSpan Timeout, bool Json, IReadOnlyList<string> Arguments)
{
    public const string Usage
        = "usage: dotnet run --project MainProcess -- verify PATH [--timeout SECONDS] [--json] [-- ARGUMENTS FOR THE APP]";

    private const int UsualSeconds = 30;
    private const int MaxSeconds = 3600;

    /// <returns>Null if the arguments make no sense.</returns>
    public static VerifyOptions? Parse(string[] args)
    {
        var end = Array.IndexOf(args, "--");
        var own = end < 0 ? args : args[..end];
        string? path = null;
        var (seconds, json) = (UsualSeconds, false);
        for (var i = 0; i < own.Length; i++)
        {
            switch (own[i])
            {
                case "--json":
                    json = true;
                    break;
                case "--timeout" when i + 1 < own.Length && IsSeconds(own[i + 1], out seconds):
                    i++;
                    break;
                case [not '-', ..] when path is null:
                    path = own[i];
                    break;
                default:
                    return null;
            }
        }

        return path is null ? null : new VerifyOptions(path, TimeSpan.FromSeconds(seconds), json, end < 0 ? [] : args[(end + 1)..]);
    }

    private static bool IsSeconds(string text, out int seconds)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds is >= 1 and <= MaxSeconds;
}
