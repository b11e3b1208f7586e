using System.Runtime.Versioning;
using System.Text;
using IpcApp.Build.Demo;
using IpcApp.Build.Processes;
using IpcApp.Chromium.Tests;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>The app's folder for Linux, started where it lies.</summary>
[SupportedOSPlatform("linux")]
[Collection(typeof(PackagedAppCollection))]
[Trait("Part", "packaging")]
public sealed class LinuxPackageTests(PackagingFixture packaging)
{
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_answered_by_the_packaged_NET_and_closing_leaves_nothing()
    {
        var program = await ProgramAsync();
        using var run = await PackagedRun.StartAsync(packaging, program);

        await run.WaitForPageAsync();
        var dotnet = DotnetOf(run, program);

        Assert.All(DemoCheck.All(packaging.Template.Packed.Version), check => Assert.True(check.Report(run.Answers), run.Output));
        Assert.Equal(Path.Combine(Path.GetDirectoryName(program)!, "resources"), new DirectoryInfo($"/proc/{dotnet}/cwd").LinkTarget);
        Assert.DoesNotContain("Microsoft.NETCore.App", await File.ReadAllTextAsync($"/proc/{dotnet}/maps", Cancellation), StringComparison.Ordinal);
        Assert.Empty(ListeningPorts.Of(run.Family.Members().Keys));
        Assert.Empty(run.DiagnosticPorts);
        Assert.NotEmpty(run.Leftovers);

        Assert.Equal(0, await run.CloseAsync());
        await run.Family.AssertGoneWithinAsync(Ending);
        Assert.Empty(run.Leftovers);
        Assert.DoesNotContain("warn:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tracers_and_debuggers_can_attach_to_its_NET_where_its_settings_say_so()
    {
        const string Open = """
            const { extractAll, createPackage } = require('@electron/asar');
            const fs = require('fs');
            const [archive, folder] = process.argv.slice(1);
            extractAll(archive, folder);
            const settings = JSON.parse(fs.readFileSync(`${folder}/.ipcapp/app.json`, 'utf8'));
            fs.writeFileSync(`${folder}/.ipcapp/app.json`, JSON.stringify({ ...settings, diagnostics: true }));
            createPackage(folder, archive).catch((error) => { console.error(error); process.exitCode = 1; });
            """;
        await WithArchiveAsync(async archive =>
        {
            await PackagingFixture.NodeAsync(await packaging.AppAsync(), Open, archive, packaging.Template.NewFolder());
            using var run = await PackagedRun.StartAsync(packaging, await ProgramAsync());
            await run.WaitForPageAsync();

            Assert.Contains(run.DiagnosticPorts, file => Path.GetFileName(file).StartsWith("dotnet-diagnostic-", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task When_Electron_is_killed_its_NET_goes_too()
    {
        using var run = await PackagedRun.StartAsync(packaging, await ProgramAsync());
        await run.WaitForPageAsync();

        run.Kill();

        await run.WaitForExitAsync();
        await run.Family.AssertGoneWithinAsync(Ending);
        Assert.DoesNotContain(run.Leftovers, entry => Path.GetFileName(Path.GetDirectoryName(entry)) == "run");
    }

    [Fact]
    public async Task When_NET_is_killed_the_app_ends_with_its_own_code()
    {
        var program = await ProgramAsync();
        using var run = await PackagedRun.StartAsync(packaging, program);
        await run.WaitForPageAsync();

        using (var dotnet = System.Diagnostics.Process.GetProcessById(DotnetOf(run, program)))
        {
            dotnet.Kill();
        }

        Assert.Equal(5, await run.WaitForExitAsync());
        await run.Family.AssertGoneWithinAsync(Ending);
        Assert.Empty(run.Leftovers);
    }

    [Fact]
    public async Task Its_NET_can_not_be_started_without_it()
    {
        var program = Path.Combine(await packaging.LinuxAsync(), "linux-unpacked", "resources", "main-process", PackagingFixture.Name);

        var result = await CommandRunner.TryRunAsync(new Command(program));

        Assert.Equal(2, result.ExitCode);
        var lines = result.Output.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Equal("crit: IpcApp[4001]", lines[0]);
        Assert.Contains("is started by the app itself. Start the app instead.", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archive_holds_the_app_and_nothing_of_how_it_is_made()
    {
        var files = await PackageFiles.ArchiveAsync(await packaging.AppAsync(), Path.Combine(await ResourcesAsync(), "app.asar"));

        Assert.Equal(["/.ipcapp", "/electron", "/package.json", "/wwwroot"], files.Where(file => file.LastIndexOf('/') == 0));
        string[] needed = ["/.ipcapp/app.json", "/.ipcapp/electron-main/main.js", "/.ipcapp/electron-main/preload.js", "/wwwroot/index.html", "/electron/main.cjs"];
        Assert.Superset(needed.ToHashSet(), files.ToHashSet());
        Assert.DoesNotContain(files, file => file.StartsWith("/.ipcapp/chromium-stand-in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Beside_it_lie_the_program_and_its_settings()
    {
        var folder = Path.Combine(await ResourcesAsync(), "main-process");

        Assert.Equal([PackagingFixture.Name, "appsettings.json"], PackageFiles.NamesIn(folder));
        Assert.True(File.GetUnixFileMode(Path.Combine(folder, PackagingFixture.Name)).HasFlag(UnixFileMode.OtherExecute));
    }

    [Fact]
    public async Task Nothing_in_it_tells_where_it_was_made()
    {
        var app = await packaging.AppAsync();
        var place = Encoding.UTF8.GetBytes(app.Folder);

        Assert.All(Directory.EnumerateFiles(await ResourcesAsync(), "*", SearchOption.AllDirectories), file =>
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(place) < 0, file));
    }

    [Fact]
    public async Task Its_NET_is_what_was_given_to_dotnet_publish()
    {
        var program = await File.ReadAllBytesAsync(Path.Combine(await ResourcesAsync(), "main-process", PackagingFixture.Name), Cancellation);

        Assert.True(program.AsSpan().IndexOf(Encoding.UTF8.GetBytes(PackagingFixture.Version)) > 0);
        Assert.True(program.AsSpan().IndexOf(Encoding.UTF8.GetBytes(PackagingFixture.Product)) > 0);
    }

    [Fact]
    public async Task Its_NET_runs_no_startup_hooks()
    {
        var program = await File.ReadAllBytesAsync(Path.Combine(await ResourcesAsync(), "main-process", PackagingFixture.Name), Cancellation);

        // The settings of the runtime are in the one file, as text.
        Assert.True(program.AsSpan().IndexOf("\"System.StartupHookProvider.IsSupported\": false"u8) > 0);
    }

    [Fact]
    public async Task Its_fuses_are_set() => Fuses.AssertSet(await PackageFiles.FusesAsync(await packaging.AppAsync(), await ProgramAsync()));

    [Fact]
    public async Task Npm_makes_the_same_as_the_publish_profile()
    {
        var published = PackageFiles.Hashes(Path.Combine(await packaging.LinuxAsync(), "linux-unpacked"));
        var app = await packaging.AppAsync();

        await packaging.DistAsync(
            app, "--linux", "dir", "--x64", "-c.directories.output=again", $"-c.electronDist={await packaging.DistributionAsync("linux")}");

        // Only where a deb is made as well is its profile for AppArmor put into the folder.
        var profile = Path.Combine("resources", "apparmor-profile");
        Assert.Equal(published.Where(file => file.Key != profile), PackageFiles.Hashes(app.PathOf("again", "linux-unpacked")));
    }

    [Fact]
    public async Task An_archive_that_was_changed_is_noticed()
    {
        await WithArchiveAsync(async archive =>
        {
            var changed = await File.ReadAllBytesAsync(archive, Cancellation);
            changed[^1] ^= 1;
            await File.WriteAllBytesAsync(archive, changed, Cancellation);
            using var run = await PackagedRun.StartAsync(packaging, await ProgramAsync());

            Assert.Equal(99, await run.WaitForExitAsync());
        });
    }

    /// <summary>Restores the archive afterwards: the package is shared.</summary>
    private async Task WithArchiveAsync(Func<string, Task> change)
    {
        var archive = Path.Combine(await ResourcesAsync(), "app.asar");
        var original = await File.ReadAllBytesAsync(archive, Cancellation);
        try
        {
            await change(archive);
        }
        finally
        {
            await File.WriteAllBytesAsync(archive, original, CancellationToken.None);
        }
    }

    /// <summary>The one .NET process, which is the one of the package.</summary>
    private static int DotnetOf(PackagedRun run, string program)
    {
        var expected = Path.Combine(Path.GetDirectoryName(program)!, "resources", "main-process", PackagingFixture.Name);
        return Assert.Single(run.Family.Members().Keys, id => new FileInfo($"/proc/{id}/exe").LinkTarget == expected);
    }

    private async Task<string> ProgramAsync() => Path.Combine(await packaging.LinuxAsync(), "linux-unpacked", PackagingFixture.NpmName);

    private async Task<string> ResourcesAsync() => Path.Combine(await packaging.LinuxAsync(), "linux-unpacked", "resources");
}
