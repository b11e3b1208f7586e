using System.Text.RegularExpressions;

namespace IpcApp.Aot.Tests;

/// <summary>Handlers, call sites and codecs work where nothing can be made by reflection: as native code, with a real page.</summary>
public sealed partial class NativeAppTests(NativeApp app) : IClassFixture<NativeApp>
{
    public static TheoryData<string> Names
        => [.. CheckName().Matches(Script).Select(match => match.Groups[1].Value)];

    private static string Script => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "checks.js"));

    [Fact]
    public void The_compiler_has_no_warning_about_trimming_or_native_code()
    {
        Assert.True(app.BuildExitCode == 0, app.BuildOutput);
        Assert.DoesNotContain("warning IL", app.BuildOutput, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_page(string name)
        => Assert.True(
            app.Results.Any(line => line.TrimEnd() == $"ok: {name}"),
            $"{Found(name)}\nThe app: {app.RunOutput}\n{app.BuildOutput}");

    private string Found(string name)
        => app.Results.FirstOrDefault(line => line.StartsWith($"failed: {name} ", StringComparison.Ordinal))
            ?? "The page did not report this check.";

    [GeneratedRegex(@"await check\('([^']*)'")]
    private static partial Regex CheckName();
}
