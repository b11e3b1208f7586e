using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IpcApp.Build.Packing;

/// <summary>The conditions for packing a release.</summary>
internal static partial class ReleaseCheck
{
    private static readonly string[] Placeholders = ["OWNER", "REPOSITORY", "SECURITY-CONTACT"];

    /// <summary>Checks the version, the changelog and the addresses of the repository.</summary>
    /// <exception cref="BuildException">A condition is not met; the message lists all that are not, each with its way out.</exception>
    public static void Require(Repository repository, string version)
    {
        var problems = Find(repository, version).ToList();
        if (problems.Count > 0)
        {
            throw new BuildException($"{version} cannot be released:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", problems)}");
        }
    }

    private static IEnumerable<string> Find(Repository repository, string version)
    {
        var prefix = PackageVersion.Prefix(repository);
        if (Version().Match(version) is not { Success: true } match)
        {
            yield return $"'{version}' is not a version. Write it as 1.2.3 or 1.2.3-rc.1.";
        }
        else if (match.Groups["prefix"].Value != prefix)
        {
            yield return $"The version does not start with {prefix}. Set VersionPrefix in Directory.Build.props, or correct the version.";
        }

        if (!File.ReadLines(repository.PathOf("CHANGELOG.md")).Any(line => $"{line} ".StartsWith($"## {version} ", StringComparison.Ordinal)))
        {
            yield return $"CHANGELOG.md has no section '## {version}'. Rename '## Unreleased'.";
        }

        foreach (var property in XDocument.Load(repository.PathOf("build", "Repository.props")).Descendants().Where(IsPlaceholder))
        {
            yield return $"{property.Name.LocalName} in build/Repository.props is still the placeholder '{property.Value}'. Replace it.";
        }
    }

    private static bool IsPlaceholder(XElement element)
        => !element.HasElements && Placeholders.Any(placeholder => element.Value.Contains(placeholder, StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<prefix>\d+\.\d+\.\d+)(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex Version();
}
