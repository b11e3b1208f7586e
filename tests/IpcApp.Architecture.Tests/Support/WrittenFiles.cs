using IpcApp.Tests.Shared;

namespace IpcApp.Architecture.Tests.Support;

/// <summary>What people read: the product's sources, the documentation and the template, without what builds and tools write there.</summary>
internal static class WrittenFiles
{
    private static readonly string[] Kinds = [".cs", ".js", ".cjs", ".mjs", ".ts", ".md", ".props", ".targets", ".html", ".yml"];
    private static readonly string[] Roots = ["src", "docs", "template"];
    private static readonly string[] Left = ["obj", "bin", "node_modules", "test", ".ipcapp"];

    /// <summary>Texts by their path from the root of the clone, with <c>/</c> as separator.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Roots.SelectMany(root => FilesIn(Checkout.PathOf(root)))
        .Append(Checkout.PathOf("README.md"))
        .Append(Checkout.PathOf("SECURITY.md"))
        .ToDictionary(Checkout.RelativePathOf, File.ReadAllText, StringComparer.Ordinal);

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => Kinds.Contains(Path.GetExtension(file)))
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !Left.Contains(Path.GetFileName(inner))).SelectMany(FilesIn));
}
