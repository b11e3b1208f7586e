using System.Text.Json;

namespace IpcApp.Chromium.Tests;

/// <summary>
/// The three patterns of Electron's IPC tutorial, with C# in the place of main.js: three windows, used as a person would
/// (<c>electron/main.cjs</c> of the app).
/// </summary>
public sealed class TutorialTests(TutorialRun run) : IClassFixture<TutorialRun>
{
    [Fact]
    public void The_app_makes_its_windows_and_no_other() => Assert.Equal(3, run.Result("windows").GetInt32());

    [Fact]
    public void A_page_sets_its_windows_title() => Assert.Equal("From the page", run.Result("title").GetString());

    [Fact]
    public void A_page_lets_a_person_choose_a_file()
        => Assert.Equal("/home/ada/notes.txt for its window", run.Result("chosen").GetString());

    [Fact]
    public void Menu_clicks_reach_the_page_and_it_answers()
    {
        Assert.Equal(["1", "2", "1"], run.Result("counts").EnumerateArray().Select(count => count.GetString()));
        var printed = run.Output.Split('\n').Where(line => line.StartsWith("The counter shows", StringComparison.Ordinal));
        Assert.Equal(["The counter shows 1", "The counter shows 2", "The counter shows 1"], printed.Select(line => line.TrimEnd('\r')));
    }
}

/// <summary>Runs the tutorial's app once.</summary>
public sealed class TutorialRun : IAsyncLifetime
{
    private JsonElement _results;

    public string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // Beside this project's output, for its own files lie there.
        var program = Path.Combine(
            AppContext.BaseDirectory.Replace("IpcApp.Chromium.Tests", "IpcApp.TutorialApp", StringComparison.Ordinal), "IpcApp.TutorialApp");
        var file = Path.GetTempFileName();
        try
        {
            using var app = new TestAppProcess(
                TestAppProcess.OnChromium(), new Dictionary<string, string?> { ["TUTORIAL_RESULTS"] = file }, program);
            var exitCode = await app.WaitForExitAsync();
            Output = $"{app.Output}\nexit code {exitCode}";
            var json = await File.ReadAllTextAsync(file);
            _results = JsonDocument.Parse(json.Length > 0 ? json : "{}").RootElement;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public ValueTask DisposeAsync() => default;

    public JsonElement Result(string name)
        => _results.TryGetProperty(name, out var value) ? value : throw new InvalidOperationException($"No '{name}' in {_results}. {Output}");
}
