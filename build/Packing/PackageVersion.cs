using System.Globalization;
using System.Xml.Linq;

namespace IpcApp.Build.Packing;

/// <summary>
/// A version that no package had before: NuGet keeps unpacked packages by their version, and would not look at a second one of the same.
/// </summary>
internal static class PackageVersion
{
    public static string Fresh(Repository repository)
        => $"{Prefix(repository)}-dev.{DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}";

    private static string Prefix(Repository repository)
        => XDocument.Load(repository.PathOf("Directory.Build.props")).Descendants("VersionPrefix").Single().Value;
}
