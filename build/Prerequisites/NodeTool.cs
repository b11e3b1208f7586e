namespace IpcApp.Build.Prerequisites;

/// <summary>The Node.js for everything that the build tool starts.</summary>
internal static class NodeTool
{
    /// <summary>
    /// Takes the one on the PATH. If it is missing or too old, takes the one in <c>artifacts/tools</c>, which is installed the first time, and
    /// puts it first on the PATH.
    /// </summary>
    /// <exception cref="BuildException">None is there, and none could be installed.</exception>
    public static async Task EnsureAsync(Repository repository)
    {
        var found = InstalledNode.Ask();
        if (InstalledNode.IsNewEnough(found))
        {
            return;
        }

        var folder = InstalledNode.FolderIn(repository.Root);
        if (!Directory.Exists(folder))
        {
            var installer = new NodeInstaller(folder, found);
            await Step.RunAsync($"install Node.js {InstalledNode.Version} (npm) into artifacts/tools", installer.InstallAsync);
        }

        InstalledNode.PutOnPath(folder);
    }
}
