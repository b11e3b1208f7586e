using IpcApp.Tests.Shared;

namespace IpcApp.Architecture.Tests.Support;

/// <summary>The C# files of a folder of the clone, without what the build writes there.</summary>
internal static class SourceFiles
{
    /// <returns>The paths from the folder, with <c>/</c> as separator, and the texts.</returns>
    public static IReadOnlyDictionary<string, string> In(params string[] folder)
    {
        var root = Checkout.PathOf(folder);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace('\\', '/'), File: file))
            .Where(each => !each.Path.StartsWith("obj/", StringComparison.Ordinal) && !each.Path.StartsWith("bin/", StringComparison.Ordinal))
            .ToDictionary(each => each.Path, each => File.ReadAllText(each.File), StringComparer.Ordinal);
    }
}
