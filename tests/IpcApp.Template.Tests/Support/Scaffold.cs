using IpcApp.Build.Processes;

namespace IpcApp.Template.Tests.Support;

/// <summary>An app made from the template.</summary>
internal sealed record Scaffold(string Name, string Folder)
{
    private static readonly string[] MadeByBuild = ["bin", "obj", ".ipcapp"];

    public string MainProject => PathOf("MainProcess", $"{Name}.csproj");

    public string Output => PathOf("MainProcess", "bin", "Debug", "net10.0");

    /// <summary>The files of the template, not what a build has made of them: relative and with forward slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Intersect(MadeByBuild).Any())
        .Order(StringComparer.Ordinal)];

    /// <summary>Those of them that a person reads.</summary>
    public IEnumerable<string> TextFiles => Files.Where(Content.IsText);

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public string Read(string file) => File.ReadAllText(PathOf(file.Split('/')));

    /// <summary>Runs the SDK in the app's folder.</summary>
    public Task<CommandResult> DotnetAsync(params string[] arguments) => CommandRunner.TryRunAsync(Dotnet.Command(Folder, arguments));

    public Task<CommandResult> BuildAsync(params string[] options) => DotnetAsync(["build", "MainProcess", .. options]);
}
