namespace IpcApp.Internal.Diagnosis.Verification;

/// <summary>Finds the executable of a packaged app, and refuses what is none: nothing else is started.</summary>
internal static class PackagedProgram
{
    /// <summary>Executables of Electron's own that lie beside the app's.</summary>
    private static readonly string[] Helpers = ["chrome-sandbox", "chrome_crashpad_handler", "elevate.exe"];

    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <exception cref="VerifyException">It is not there, or no packaged app.</exception>
    public static string Find(string path)
    {
        if (Directory.Exists(path))
        {
            return InFolder(Path.GetFullPath(path));
        }

        var file = File.Exists(path) ? Path.GetFullPath(path)
            : OnPath(path) ?? throw new VerifyException("path", $"There is no '{path}', neither as a file or folder nor as a command on the PATH.");
        return file.EndsWith(".AppImage", StringComparison.OrdinalIgnoreCase) || HasArchive(Path.GetDirectoryName(RealPath(file))!)
            ? file
            : throw NoPackage(path, $"there is no resources/app.asar beside '{RealPath(file)}'");
    }

    private static string InFolder(string folder)
    {
        var contents = Path.Combine(folder, "Contents");
        var isBundle = Directory.Exists(contents);
        if (isBundle ? !File.Exists(Path.Combine(contents, "Resources", "app.asar")) : !HasArchive(folder))
        {
            throw NoPackage(folder, "it has no resources/app.asar");
        }

        string[] programs = [.. Directory.EnumerateFiles(isBundle ? Path.Combine(contents, "MacOS") : folder).Where(IsProgram)];
        return programs is [var only]
            ? only
            : throw NoPackage(folder, programs is []
                ? "there is no program in it"
                : $"it has several programs; name one of them: {string.Join(", ", programs.Select(Path.GetFileName))}");
    }

    private static bool IsProgram(string file)
    {
        var name = Path.GetFileName(file);
        return !Helpers.Contains(name) && !name.StartsWith("Uninstall ", StringComparison.Ordinal)
            && (OperatingSystem.IsWindows()
                ? name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
                : !name.Contains(".so", StringComparison.Ordinal) && (File.GetUnixFileMode(file) & Executable) != 0);
    }

    /// <summary>Beside the program; in a bundle of macOS in the folder beside the program's.</summary>
    private static bool HasArchive(string folder)
        => File.Exists(Path.Combine(folder, "resources", "app.asar")) || File.Exists(Path.Combine(folder, "..", "Resources", "app.asar"));

    private static string? OnPath(string command)
        => command.Contains(Path.DirectorySeparatorChar)
            ? null
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => new[] { Path.Combine(folder, command), Path.Combine(folder, command + ".exe") })
                .FirstOrDefault(File.Exists);

    /// <summary>An installed command is a link to the program.</summary>
    private static string RealPath(string file) => File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;

    private static VerifyException NoPackage(string path, string why) => new("path", $"'{path}' is no packaged app: {why}.");
}
