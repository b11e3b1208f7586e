using IpcApp.Build.Processes;

namespace IpcApp.Build.Prerequisites;

internal static class NodeTool
{
    private static readonly Version Least = new(20, 19);

    /// <exception cref="BuildException">There is no Node.js, or it is too old.</exception>
    public static async Task RequireAsync()
    {
        var printed = await VersionAsync();
        if (!Version.TryParse(printed?.TrimStart('v').Split('-')[0], out var version) || version < Least)
        {
            var found = printed is null ? "'node' was not found on the PATH" : $"the 'node' on the PATH is {printed}";
            throw new BuildException($"Node.js {Least} or later is needed, and {found}. Install it from nodejs.org.");
        }
    }

    private static async Task<string?> VersionAsync()
    {
        try
        {
            return (await CommandRunner.RunAsync(new Command("node", "--version"))).Trim();
        }
        catch (BuildException)
        {
            return null;
        }
    }
}
