namespace IpcApp.Build.Packing;

/// <summary>The template's content as it is packed: with the libraries' packages, and their version in place.</summary>
internal static class TemplateContent
{
    private const string VersionPlaceholder = "0.0.0-stamped-when-packed";

    // What building or running the content in place leaves behind.
    private static readonly HashSet<string> NotContent = ["bin", "obj", "node_modules", "dist", "artifacts", ".ipcapp", ".vs", ".idea"];

    /// <param name="source">The content as it lies in the repository.</param>
    /// <param name="target">Where the prepared copy goes; replaced if it is there.</param>
    /// <param name="version">The version of the packages.</param>
    /// <param name="packages">The paths of the packages.</param>
    public static void Prepare(string source, string target, string version, IEnumerable<string> packages)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Copy(new DirectoryInfo(source), target);
        Stamp(Path.Combine(target, "Directory.Packages.props"), version);
        var folder = Directory.CreateDirectory(Path.Combine(target, "local-packages"));
        foreach (var package in packages)
        {
            File.Copy(package, Path.Combine(folder.FullName, Path.GetFileName(package)));
        }
    }

    private static void Copy(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in source.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(target, file.Name));
        }

        foreach (var folder in source.EnumerateDirectories().Where(folder => !NotContent.Contains(folder.Name)))
        {
            Copy(folder, Path.Combine(target, folder.Name));
        }
    }

    private static void Stamp(string file, string version)
    {
        var text = File.ReadAllText(file);
        if (!text.Contains(VersionPlaceholder, StringComparison.Ordinal))
        {
            throw new BuildException($"'{VersionPlaceholder}' is not in {file}: the packages' version has no place to go.");
        }

        File.WriteAllText(file, text.Replace(VersionPlaceholder, version, StringComparison.Ordinal));
    }
}
