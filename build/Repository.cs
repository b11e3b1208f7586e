namespace IpcApp.Build;

/// <summary>The clone that the tool works on.</summary>
internal sealed record Repository(string Root)
{
    private const string Solution = "IpcApp.slnx";

    /// <summary>Finds the clone above the tool itself, so that the current folder does not matter.</summary>
    public static Repository Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return new Repository(folder.FullName);
            }
        }

        throw new BuildException($"{Solution} is not in any folder above {AppContext.BaseDirectory}. Run the tool from its clone.");
    }

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
