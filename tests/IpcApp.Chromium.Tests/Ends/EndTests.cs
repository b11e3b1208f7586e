using System.Diagnostics;

namespace IpcApp.Chromium.Tests.Ends;

/// <summary>Tests of how an app ends, written once and inherited for each host: an app in a folder of its own, with all its processes.</summary>
/// <param name="host">What shows the app's windows.</param>
public abstract class EndTests(HostUnderTest host) : IAsyncLifetime
{
    /// <summary>Design 7 says 2 s after the handshake; the rest is for a busy machine to notice.</summary>
    private protected static readonly TimeSpan AfterHandshake = TimeSpan.FromSeconds(2 + 3);

    private protected HostUnderTest Host => host;

    private protected ProcessFamily Family { get; } = new();

    private protected OwnFolder Folder { get; } = new();

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(host.NotRunReason is not null, host.NotRunReason ?? "");
        return default;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Folder.Dispose();
        return default;
    }

    /// <summary>Starts the test app in development.</summary>
    /// <param name="page">What its window shows.</param>
    /// <param name="program">The program; null for that of the test app's project.</param>
    /// <param name="more">More arguments.</param>
    private protected TestAppProcess StartProgram(string? program, string page, params string[] more) => new(
        TestAppProcess.OnHost(host.Name, [$"--IpcApp:Windows:main:Url=app://local/{page}", .. more]), Environment(), program);

    /// <inheritdoc cref="StartProgram"/>
    private protected TestAppProcess Start(string page, params string[] more) => StartProgram(null, page, more);

    /// <summary>Starts a package of the test app.</summary>
    /// <param name="userMain">The app's <c>electron/main.cjs</c>, in which <c>electron</c> is the module.</param>
    /// <param name="settings">Variables of the environment, which are settings.</param>
    private protected TestAppProcess StartPackage(string userMain, params (string Name, string Value)[] settings)
    {
        var environment = Environment();
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        var package = Directory.CreateDirectory(Path.Combine(Folder.Root, "package")).FullName;
        var (program, arguments) = host.Package(new AppCopy(Folder), package, "const electron = require('electron');\n" + userMain);
        return new TestAppProcess(arguments, environment, program);
    }

    private protected Task<int> WaitForMainProcessAsync() => Family.WaitForMemberAsync(host.IsMainProcess);

    private protected async Task KillMainProcessAsync() => Process.GetProcessById(await WaitForMainProcessAsync()).Kill();

    /// <summary>Waits until nothing of the app is left in the temporary directory.</summary>
    /// <param name="isHostKilled">Whether Electron was killed, and what it leaves then may be there.</param>
    private protected Task AssertNothingIsLeftAsync(bool isHostKilled = false)
        => Folder.AssertNothingIsLeftAsync(isHostKilled ? host.IsLeftWhenKilled : null);

    /// <summary>The lines of an app's output that Electron itself does not write.</summary>
    private protected string[] LinesOf(TestAppProcess app)
        => [.. app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !host.IsOwnLine(line))];

    private protected static async Task SignalAsync(int id, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private Dictionary<string, string?> Environment()
    {
        var environment = new Dictionary<string, string?>(Folder.Environment(Family.Environment));
        foreach (var (name, value) in host.Environment)
        {
            environment[name] = value;
        }

        return environment;
    }
}
