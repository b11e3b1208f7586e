using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests.Diagnostics;

public sealed class SenderDiagnosticsTests
{
    [Theory]
    [InlineData("https://a.example/path")]
    [InlineData("https://*.example")]
    [InlineData("a.example")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("https://user@a.example")]
    [InlineData("file:///folder")]
    public Task IPC0016_an_origin_is_one(string text)
        => AnalyzerRun.Reports(
            "IPC0016", $"'{text}' on 'M' is not an origin", $"class A : IIpcHandler {{ [IpcHandle, AllowOrigin(\"{text}\")] public int M() => 1; }}");

    [Theory]
    [InlineData("class A : IIpcHandler { [IpcHandle] public int M() => 1; [AllowSubFrames] public int N() => 1; }", "[AllowSubFrames] on 'N'")]
    [InlineData("[AllowAnySender] class A { }", "[AllowAnySender] on 'A'")]
    [InlineData("[AllowOrigin(\"https://a.example\")] class A { }", "[AllowOrigin] on 'A'")]
    public Task IPC0017_a_policy_needs_a_handler(string source, string message) => AnalyzerRun.Reports("IPC0017", message, source);

    [Theory]
    [InlineData("[AllowOrigin(\"https://a.example\", \"http://localhost:5173\", \"app://other\", \"file://\")]")]
    [InlineData("[AllowOrigin(\"https://a.example/\")]")]
    [InlineData("[AllowOrigin, AllowSubFrames, AllowAnySender]")]
    public Task A_good_policy_is_not_reported(string attributes)
        => AnalyzerRun.ReportsNothing($"{attributes} class A : IIpcHandler {{ [IpcHandle] {attributes} public int M() => 1; }}");
}
