using IpcApp.Build.Processes;

namespace IpcApp.Template.Tests.Support;

/// <summary>An app made from the template.</summary>
internal sealed record Scaffold(string Name, string Folder)
{
    private static readonly string[] MadeByBuild = ["bin", "obj", ".ipcapp"];

    public string MainProject => PathOf("MainProcess", $"{Name}.csproj");

    public string Output => PathOf("MainProcess", "bin", "Debug", "net10.0");

    /// <summary>All files, relative and with forward slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    /// <summary>The files of the template that a person reads; not what a build has made of them.</summary>
    public IEnumerable<string> TextFiles
        => Files.Where(file => !file.Split('/').Intersect(MadeByBuild).Any() && Content.IsText(file));

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public string Read(string file) => File.ReadAllText(PathOf(file.Split('/')));

    /// <summary>Runs the SDK in the app's folder.</summary>
    public Task<CommandResult> DotnetAsync(params string[] arguments) => CommandRunner.TryRunAsync(Dotnet.Command(Folder, arguments));

    public Task<CommandResult> BuildAsync(params string[] options) => DotnetAsync(["build", "MainProcess", .. options]);
}
