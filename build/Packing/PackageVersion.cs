using System.Globalization;
using System.Xml.Linq;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Packing;

/// <summary>The version of all packages of one run.</summary>
/// <param name="Text">The version.</param>
/// <param name="Time">The date of every file in the packages.</param>
internal sealed record PackageVersion(string Text, DateTimeOffset Time)
{
    /// <summary>A version that no package has: NuGet keeps unpacked packages by their version, and does not read a second one.</summary>
    public static PackageVersion Fresh(Repository repository)
    {
        var now = DateTimeOffset.UtcNow;
        return new PackageVersion($"{Prefix(repository)}-dev.{now.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}", now);
    }

    /// <summary>The version of a release, with the time of the commit that is packed.</summary>
    /// <exception cref="BuildException">The repository does not meet the conditions of <see cref="ReleaseCheck"/>.</exception>
    public static async Task<PackageVersion> ReleaseAsync(Repository repository, string text)
    {
        ReleaseCheck.Require(repository, text);
        var seconds = await CommandRunner.RunAsync(new Command("git", "log", "-1", "--format=%ct") { Folder = repository.Root });
        return new PackageVersion(text, DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)));
    }

    /// <summary>The part of the version that the repository sets: <c>VersionPrefix</c>.</summary>
    public static string Prefix(Repository repository)
        => XDocument.Load(repository.PathOf("Directory.Build.props")).Descendants("VersionPrefix").Single().Value;
}
