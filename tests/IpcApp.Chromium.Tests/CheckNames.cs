using System.Text.RegularExpressions;

namespace IpcApp.Chromium.Tests;

/// <summary>The names of the checks in a script of the test app, so that each is a test of its own.</summary>
internal static partial class CheckNames
{
    public static IEnumerable<string> Of(string script)
        => CheckName().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, script)))
            .Select(match => match.Groups[1].Value.Replace("\\'", "'", StringComparison.Ordinal));

    [GeneratedRegex(@"await check\('((?:[^'\\]|\\.)*)'")]
    private static partial Regex CheckName();
}
