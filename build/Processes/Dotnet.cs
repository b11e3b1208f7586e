namespace IpcApp.Build.Processes;

internal static class Dotnet
{
    /// <summary>A call of the SDK's command line, without banners and colours.</summary>
    public static Command Command(string folder, params string[] arguments) => new("dotnet", arguments)
    {
        Folder = folder,
        Environment = new Dictionary<string, string?>
        {
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",

            // No app of ours needs its npm packages to be built, and they are a download. The tests of just that ask for it.
            ["NpmRestore"] = "false",
        },
    };
}
