using IpcApp.Build.Demo;
using IpcApp.Build.Processes;
using IpcApp.Chromium.Tests;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>
/// A packaged app that runs. It is started from another folder, without a .NET SDK or runtime in reach, and with an environment that would
/// load code into its .NET, show other pages or open ports, if anything of that got through.
/// </summary>
internal sealed class PackagedRun : IDisposable
{
    private static readonly string[] Programs = ["readlink", "dirname"];

    private readonly PackagedPlace _place;
    private readonly TestAppProcess _process;

    private PackagedRun(PackagedPlace place, TestAppProcess process, ProcessFamily family)
    {
        _place = place;
        _process = process;
        Family = family;
    }

    public ProcessFamily Family { get; }

    public int Id => _process.Id;

    public string Output => _process.Output;

    /// <summary>What the two sides and Chromium have left: sockets, secrets, profiles, temporary files.</summary>
    public IEnumerable<string> Leftovers => _place.Leftovers;

    /// <summary>Where other programs could attach to its .NET: the port for tracers and the pipes for debuggers.</summary>
    public IEnumerable<string> DiagnosticPorts => Directory.EnumerateFileSystemEntries(_place.Temporary, "dotnet-diagnostic-*")
        .Concat(Directory.EnumerateFileSystemEntries(_place.Temporary, "clr-debug-pipe-*"));

    public IReadOnlyDictionary<string, string> Answers => DemoAnswers.Read(_place.Results);

    public static async Task<PackagedRun> StartAsync(PackagingFixture packaging, string program)
    {
        var place = PackagedPlace.Make(packaging.Template.NewFolder());
        foreach (var name in Programs)
        {
            File.CreateSymbolicLink(Path.Combine(place.Programs, name), $"/usr/bin/{name}");
        }

        const string Locate = "console.log(require('./src/chromium-stand-in/lib/browser/locate').locateBrowser().path)";
        var chromium = await CommandRunner.RunAsync(new Command("node", "-e", Locate) { Folder = packaging.Template.Repository.Root });
        var family = new ProcessFamily();
        var environment = new Dictionary<string, string?>(family.Environment)
        {
            ["IPCAPP_CHROMIUM"] = chromium.Trim(),
            ["IPCAPP_DEMO_RESULTS"] = place.Results,
            ["PATH"] = place.Programs,
            ["HOME"] = place.Home,
            ["XDG_CONFIG_HOME"] = place.Home,
            ["XDG_RUNTIME_DIR"] = place.Meeting,
            ["TMPDIR"] = place.Temporary,
            ["DOTNET_ROOT"] = place.Home,
            ["DOTNET_STARTUP_HOOKS"] = Path.Combine(place.Home, "injected.dll"),
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["DOTNET_EnableDiagnostics"] = "1",
            ["LD_LIBRARY_PATH"] = place.Home,
            ["IPCAPP_DIR"] = place.Home,
            ["IpcApp__Host"] = "none",
            ["IpcApp__RemoteDebuggingPort"] = "9222",
            ["IpcApp__Windows__main__Url"] = "https://example.com/",
            ["URLS"] = "http://127.0.0.1:9223",
            ["Kestrel__Endpoints__Open__Url"] = "http://127.0.0.1:9224",
        };
        return new PackagedRun(place, new TestAppProcess([], environment, program, folder: "/"), family);
    }

    /// <summary>Waits until every call of the page was answered. The app stays.</summary>
    public Task WaitForPageAsync() => _process.WaitForLineAsync("The page has been operated.");

    /// <summary>Closes the window, and waits for the app to end.</summary>
    public Task<int> CloseAsync()
    {
        _process.CloseInput();
        return _process.WaitForExitAsync();
    }

    public Task<int> WaitForExitAsync() => _process.WaitForExitAsync();

    public void Kill() => _process.Kill();

    public void Dispose() => _process.Dispose();
}
