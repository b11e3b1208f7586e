using IpcApp.Internal.Diagnosis;
using IpcApp.Internal.Diagnosis.Checks;

namespace IpcApp.Tests.Diagnosis;

/// <summary>What each check makes of what a program printed.</summary>
public sealed class CheckTests
{
    private const string Node = "Install Node.js 22.12 or later";

    [Theory]
    [InlineData("v24.1.0", "None", "v24.1.0")]
    [InlineData("v22.12.0\n", "None", "v22.12.0")]
    [InlineData("v22.11.0", "Chromium, Package", "v22.11.0 is older than 22.12 (IPC0102)")]
    [InlineData("hello", "Chromium, Package", "'hello' is not a version")]
    [InlineData(null, "Chromium, Package", "not found on the PATH")]
    public void Node_js(string? printed, string blocks, string found) => AssertFinding(NodeCheck.Of(printed), Enum.Parse<Capability>(blocks), found, Node);

    [Theory]
    [InlineData(0, "10.0.401", "", "None", "10.0.401, runtime 10.")]
    [InlineData(0, "11.0.100-preview.1", "", "None", "11.0.100-preview.1")]
    [InlineData(0, "9.0.300", "", "Package", "9.0.300 is too old")]
    [InlineData(145, "", "A compatible .NET SDK was not found.\n\nMore.", "Package", "allows: A compatible .NET SDK was not found.")]
    [InlineData(1, "", "", "Package", "exit code 1")]
    public void The_SDK(int exitCode, string printed, string complaint, string blocks, string found)
        => AssertFinding(
            SdkCheck.Of(new ProgramOutput(exitCode, printed, complaint)), Enum.Parse<Capability>(blocks), found, "Install the .NET SDK 10.0.100 or later");

    [Theory]
    [InlineData(0, "11.1.0", "", "None", "11.1.0")]
    [InlineData(127, "", "env: 'node': No such file or directory", "Package", "'npm' does not run: env: 'node'")]
    public void Npm(int exitCode, string printed, string complaint, string blocks, string found)
        => AssertFinding(NpmCheck.Of(new ProgramOutput(exitCode, printed, complaint)), Enum.Parse<Capability>(blocks), found, "Install Node.js with npm");

    [Fact]
    public void Programs_that_are_not_there()
    {
        AssertFinding(SdkCheck.Of((ProgramOutput?)null), Capability.Package, "'dotnet' was not found", "Install");
        AssertFinding(NpmCheck.Of(null), Capability.Package, "'npm' was not found", "Install");
        AssertFinding(ChromiumCheck.Of((ProgramOutput?)null), Capability.Chromium, "that needs Node.js", Node);
    }

    [Fact]
    public void Chromium_is_what_its_host_would_take()
    {
        var found = ChromiumCheck.Of(new ProgramOutput(0, """{ "path": "chromium" }""", ""));
        var missing = ChromiumCheck.Of(new ProgramOutput(0, """{ "missing": "ipcapp: none found (looked for a, b); install one." }""", ""));

        AssertFinding(found, Capability.None, "chromium", "");
        Assert.Equal("none found (looked for a, b)", missing.Found);
        Assert.Equal("Install one.", missing.Remedy);
        AssertFinding(ChromiumCheck.Of(new ProgramOutput(0, "v18.20.0", "")), Capability.Chromium, "answered 'v18.20.0'", Node);
    }

    [Fact]
    public void A_display()
    {
        Assert.True(DisplayCheck.Of(true).IsOk);
        AssertFinding(DisplayCheck.Of(false), Capability.Electron, "neither DISPLAY nor WAYLAND_DISPLAY is set", "xvfb-run");
    }

    [Fact]
    public void A_program_is_run_where_it_is_asked_for_and_what_it_says_is_kept()
    {
        var folder = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var ran = ProgramOutput.Of("node", ["-e", "console.log(process.cwd()); console.error('one\\ntwo'); process.exitCode = 3"], folder);

        Assert.Equal(new ProgramOutput(3, folder, "one\ntwo"), ran);
        Assert.Equal("one", ran!.FirstComplaint);
        Assert.Null(ProgramOutput.Of("no-such-program", []));
    }

    private static void AssertFinding(Finding finding, Capability blocks, string found, string remedy)
    {
        Assert.Equal(blocks, finding.Blocks);
        Assert.Contains(found, finding.Found, StringComparison.Ordinal);
        Assert.Equal(blocks == Capability.None, finding.IsOk);
        Assert.Contains(finding.IsOk ? "" : remedy, finding.Remedy ?? "", StringComparison.Ordinal);
    }
}
