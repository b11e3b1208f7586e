using System.Runtime.Versioning;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>A package that is started to prove that its page and its .NET talk, and one where they do not.</summary>
[SupportedOSPlatform("linux")]
[Collection(typeof(PackagedAppCollection))]
[Trait("Part", "packaging")]
public sealed class VerifyTests(PackagingFixture packaging)
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_package_whose_page_and_NET_talk_is_verified_and_leaves_nothing()
    {
        var run = await VerifyRun.OfAsync(packaging, await FolderAsync(), "--json");

        Assert.True(run.ExitCode == 0, run.Output);
        var facts = run.Json();
        Assert.True(facts.GetProperty("verified").GetBoolean());
        Assert.Equal(PackagingFixture.Name, facts.GetProperty("app").GetString());
        Assert.Equal(PackagingFixture.Version, facts.GetProperty("version").GetString());
        Assert.Equal("app://local/", facts.GetProperty("page").GetString());
        Assert.Equal(packaging.Template.Packed.Version, facts.GetProperty("ipcapp").GetString());
        Assert.Equal("linux-x64", facts.GetProperty("platform").GetString());
        Assert.All(["electron", "chromium", "dotnet"], name => Assert.Matches(@"^\d+\.\d+\.\d+", facts.GetProperty(name).GetString()));
        Assert.InRange(facts.GetProperty("milliseconds").GetInt64(), 1, 60_000);
        await run.Family.AssertGoneWithinAsync(Ending);
        Assert.Empty(run.Place.Leftovers);
        Assert.Empty(Directory.EnumerateFileSystemEntries(run.Place.Home, "com.example.*"));
    }

    [Fact]
    public async Task A_person_reads_what_it_is_that_talks()
    {
        var folder = await FolderAsync();

        var run = await VerifyRun.OfAsync(packaging, Path.Combine(folder, PackagingFixture.NpmName));

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.StartsWith("Verified: the page and the packaged .NET talk.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  page      app://local/\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"  time      \d+\.\d s, with start and end\n$", run.Output);
    }

    [Theory]
    [InlineData("""{ "Windows": { "main": { "Url": "app://local/gone.html" } } }""", "page", "gone.html' was answered with 404")]
    [InlineData("""{ "Windows": { "main": { "Url": "https://example.com/" } } }""", "start", "it must be an address under app://local/")]
    [InlineData("""{ "DefaultWindow": false }""", "no-window", "has opened no window", "--timeout", "3")]
    public Task What_does_not_answer_is_named(string settings, string failure, string message, params string[] more)
        => WithSettingsAsync(settings, async () => await AssertFailsAsync(failure, message, [await FolderAsync(), .. more]));

    [Theory]
    [InlineData(null, "main-process", "install the app again")]
    [InlineData("exit 1", "handshake", "ended before it had connected")]
    public Task So_is_a_NET_that_is_not_there_or_does_not_connect(string? script, string failure, string message)
        => WithProgramAsync(script, async () => await AssertFailsAsync(failure, message, await FolderAsync()));

    /// <summary>The app would wait longer for its .NET than the one that verifies it believes.</summary>
    [Fact]
    public async Task So_is_a_package_that_says_nothing()
    {
        var settings = (await packaging.AppAsync()).PathOf(".ipcapp", "app.json");
        await WithoutAsync(settings, async () =>
        {
            await File.WriteAllTextAsync(settings, """{ "handshakeMs": 1 }""", TestContext.Current.CancellationToken);
            await WithProgramAsync("exec sleep 60", async () => await AssertFailsAsync(
                "timeout", "Within 7 seconds the app has said nothing", await FolderAsync(), "--timeout", "1"));
        });
    }

    /// <summary>It takes longer than the page may, and than all else.</summary>
    [Fact]
    public Task What_does_not_answer_is_named_though_the_NET_has_started_slowly()
        => WithSettingsAsync("""{ "DefaultWindow": false }""", () => WithProgramAsync("sleep 7\nexec \"$0.kept\"", async ()
            => await AssertFailsAsync("no-window", "has opened no window", await FolderAsync(), "--timeout", "1")));

    [Fact]
    public async Task What_is_no_package_is_not_started()
    {
        var run = await VerifyRun.OfAsync(packaging, "/bin/sh");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            "Not verified (path): '/bin/sh' is no packaged app: there is no resources/app.asar beside ", run.Output, StringComparison.Ordinal);
    }

    private async Task AssertFailsAsync(string failure, string message, params string[] arguments)
    {
        var run = await VerifyRun.OfAsync(packaging, [.. arguments, "--json"]);

        Assert.Equal(1, run.ExitCode);
        var json = run.Json();
        Assert.False(json.GetProperty("verified").GetBoolean());
        Assert.True(failure == json.GetProperty("failure").GetString(), run.Output);
        Assert.Contains(message, json.GetProperty("message").GetString(), StringComparison.Ordinal);
        await run.Family.AssertGoneWithinAsync(Ending);
    }

    private async Task WithSettingsAsync(string settings, Func<Task> run)
    {
        var file = Path.Combine(await FolderAsync(), "resources", "main-process", "appsettings.json");
        await WithoutAsync(file, async () =>
        {
            await File.WriteAllTextAsync(file, $$"""{ "IpcApp": {{settings}} }""", TestContext.Current.CancellationToken);
            await run();
        });
    }

    /// <param name="script">Takes the place of the packaged .NET; null for nothing.</param>
    /// <param name="run">What is done meanwhile.</param>
    private async Task WithProgramAsync(string? script, Func<Task> run)
    {
        var program = Path.Combine(await FolderAsync(), "resources", "main-process", PackagingFixture.Name);
        await WithoutAsync(program, async () =>
        {
            if (script is not null)
            {
                await File.WriteAllTextAsync(program, $"#!/bin/sh\n{script}\n", TestContext.Current.CancellationToken);
                File.SetUnixFileMode(program, Executable);
            }

            await run();
        });
    }

    /// <summary>The package is shared, so a file is only moved away for a while.</summary>
    private static async Task WithoutAsync(string file, Func<Task> run)
    {
        var kept = file + ".kept";
        File.Move(file, kept);
        try
        {
            await run();
        }
        finally
        {
            File.Move(kept, file, overwrite: true);
        }
    }

    private async Task<string> FolderAsync() => Path.Combine(await packaging.LinuxAsync(), "linux-unpacked");
}
