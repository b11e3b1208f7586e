using IpcApp.Build.Processes;

namespace IpcApp.Build.Scaffolds;

/// <summary>A private list of installed templates, so that the user's own stays as it is.</summary>
/// <param name="folder">A folder that no other hive has used: a failed installation leaves it broken.</param>
internal sealed class TemplateHive(string folder)
{
    public string Folder => folder;

    public Task InstallAsync(string package)
        => CommandRunner.RunAsync(Dotnet.Command("", "new", "install", package, "--debug:custom-hive", folder));

    /// <summary>Makes an app from the template, without restoring it.</summary>
    /// <param name="parent">The folder that gets a folder with the app's name.</param>
    /// <param name="name">The app's name.</param>
    /// <param name="options">More options of the template.</param>
    /// <returns>The app's folder.</returns>
    public async Task<string> CreateAsync(string parent, string name, params string[] options)
    {
        Directory.CreateDirectory(parent);

        // Nobody has a newer one of what was packed just now: there is no need to ask the feeds.
        await CommandRunner.RunAsync(Dotnet.Command(
            parent, ["new", "ipcapp", "--name", name, "--skip-restore", "--no-update-check", "--debug:custom-hive", folder, .. options]));
        return Path.Combine(parent, name);
    }
}
