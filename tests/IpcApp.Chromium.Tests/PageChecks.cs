using System.Text.Json;

namespace IpcApp.Chromium.Tests;

/// <summary>Runs a page of checks of the test app once and keeps what it reported.</summary>
public class PageChecks(string page, params string[] more) : IAsyncLifetime
{
    private Dictionary<string, Result> _results = [];

    /// <summary>The exit code, and everything the app wrote.</summary>
    public string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var app = new TestAppProcess(TestAppProcess.OnChromium(
                [$"--IpcApp:Windows:main:Url=app://local/{page}", $"--ResultsFile={file}", .. more]));
            var exitCode = await app.WaitForExitAsync();
            Output = $"exit code {exitCode}\n{app.Output}";
            var json = await File.ReadAllTextAsync(file);
            if (json.Length > 0)
            {
                _results = JsonSerializer.Deserialize<List<Result>>(json)!.ToDictionary(result => result.Name);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    public void AssertOk(string name)
    {
        Assert.True(_results.TryGetValue(name, out var result), $"The page did not report this check. The app: {Output}");
        Assert.True(result.Ok, $"{result.Detail}\nThe app: {Output}");
    }

    private sealed record Result(string Name, bool Ok, string Detail);
}

/// <summary>A window as by default: iframes have no preload.</summary>
public sealed class DefaultPageChecks() : PageChecks("checks.html");

/// <summary>A window whose iframes have the preload, too.</summary>
public sealed class SubFramesPageChecks() : PageChecks("checks.html?subframes", "--IpcApp:Windows:main:SubFrames=true");

/// <summary>An app whose loggers fail, and whose own code does wherever it has no caller.</summary>
public sealed class IsolationChecks() : PageChecks("isolation.html", "--Careless=true", "--Loggers=throwing");

/// <summary>A second window beside the page's, whose preload is the app's own.</summary>
public sealed class PortPageChecks() : PageChecks(
    "ports.html",
    "--IpcApp:Limits:MaxMessageBytes=16777216",
    "--IpcApp:Windows:peer:Url=app://local/peer.html",
    "--IpcApp:Windows:peer:Preload=peer-preload.cjs");

/// <summary>Messages at a small limit and over it.</summary>
public sealed class LargePageChecks() : PageChecks("large.html", "--IpcApp:Limits:MaxMessageBytes=16777216");

/// <summary>Messages that the limit's default allows.</summary>
public sealed class LargerPageChecks() : PageChecks("larger.html");
