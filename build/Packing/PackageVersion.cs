using System.Globalization;
using System.Xml.Linq;

namespace IpcApp.Build.Packing;

/// <summary>
/// A version that no package had before: NuGet keeps unpacked packages by their version, and would not look at a second one of the same.
/// </summary>
/// <param name="Text">The version.</param>
/// <param name="Time">
/// When it was made. It is also the date of every file in the packages, so that a version can be packed again as it was.
/// </param>
internal sealed record PackageVersion(string Text, DateTimeOffset Time)
{
    public static PackageVersion Fresh(Repository repository)
    {
        var now = DateTimeOffset.UtcNow;
        var prefix = XDocument.Load(repository.PathOf("Directory.Build.props")).Descendants("VersionPrefix").Single().Value;
        return new PackageVersion($"{prefix}-dev.{now.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}", now);
    }
}
