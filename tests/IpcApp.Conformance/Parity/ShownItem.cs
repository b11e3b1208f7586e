using System.Text.RegularExpressions;
using IpcApp.Tests.Shared;

namespace IpcApp.Conformance.Parity;

/// <summary>What a row can be shown by, beside scenarios: a test by class and method, or a file of the repository, as a link.</summary>
internal static partial class ShownItem
{
    private static readonly Lazy<ILookup<string, string>> TestFiles = new(() => Directory
        .EnumerateFiles(Checkout.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
        .ToLookup(file => Path.GetFileNameWithoutExtension(file)));

    /// <summary>Whether it names scenarios: a section, and numbers or names.</summary>
    public static bool IsScenarios(string item) => ScenariosForm().IsMatch(item);

    /// <summary>Whether what is named is there.</summary>
    public static bool Exists(string item)
    {
        if (IsScenarios(item))
        {
            return true; // compared with the suite itself
        }

        if (TestForm().Match(item) is { Success: true } test)
        {
            var (type, method) = (test.Groups["type"].Value, test.Groups["method"].Value);
            return TestFiles.Value[type].Any(file => File.ReadAllText(file).Contains($" {method}(", StringComparison.Ordinal));
        }

        return FileForm().Match(item) is { Success: true } file && File.Exists(Checkout.PathOf(file.Groups["file"].Value.Split('/')));
    }

    [GeneratedRegex(@"^`\w+Scenarios` ")]
    private static partial Regex ScenariosForm();

    [GeneratedRegex(@"^`(?<type>\w+)\.(?<method>\w+)`$")]
    private static partial Regex TestForm();

    [GeneratedRegex(@"^\[`(?<file>(src|tests)/[\w./-]+)`\]\(\.\./\.\./\k<file>\)$")]
    private static partial Regex FileForm();
}
