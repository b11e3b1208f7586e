using System.Runtime.Versioning;
using IpcApp.Build.Demo;
using IpcApp.Build.Processes;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>The template's app with <c>--aot</c>, packaged for Linux and started where it lies.</summary>
[SupportedOSPlatform("linux")]
[Collection(typeof(PackagedAppCollection))]
[Trait("Part", "native")]
public sealed class NativePackageTests(PackagingFixture packaging)
{
    private const int SizeOfASingleFile = 90_000_000;

    [Fact]
    public async Task A_page_is_answered_by_native_code_and_closing_leaves_nothing()
    {
        using var run = await PackagedRun.StartAsync(packaging, Path.Combine(await packaging.NativeAsync(), PackagingFixture.NpmName));

        await run.WaitForPageAsync();

        Assert.All(DemoCheck.All(packaging.Template.Packed.Version), check => Assert.True(check.Report(run.Answers), run.Output));
        Assert.Empty(run.DiagnosticPorts);
        Assert.Equal(0, await run.CloseAsync());
        await run.Family.AssertGoneWithinAsync(TimeSpan.FromSeconds(2));
        Assert.Empty(run.Leftovers);
    }

    [Fact]
    public async Task The_program_is_native_code_and_needs_no_library_but_the_system_s_own()
    {
        var folder = Path.Combine(await packaging.NativeAsync(), "resources", "main-process");
        var program = new FileInfo(Path.Combine(folder, PackagingFixture.Name));

        var needed = await CommandRunner.RunAsync(new Command("ldd", program.FullName));

        Assert.Equal([PackagingFixture.Name, "appsettings.json"], PackageFiles.NamesIn(folder));
        Assert.True(program.Length < SizeOfASingleFile, $"{program.Length} bytes");
        Assert.DoesNotContain("libstdc++", needed, StringComparison.Ordinal);
        Assert.DoesNotContain("libgcc", needed, StringComparison.Ordinal);
    }
}
