using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests.Diagnostics;

public sealed class ChannelDiagnosticsTests
{
    [Theory]
    [InlineData("class A : IIpcHandler { [IpcHandle(\"x\")] public int M() => 1; } class B : IIpcHandler { [IpcHandle(\"x\")] public int N() => 1; }")]
    [InlineData("class A : IIpcHandler { [IpcHandle(\"x\")] public int M() => 1; } class B : IIpcHandler { [IpcHandleOnce(\"x\")] public int N() => 1; }")]
    [InlineData("class A : IIpcHandler { [IpcHandle(\"x\")] public int M() => 1; } [IpcHandler(Prefix = \"\")] class B : IIpcHandler { [IpcHandle(\"x\")] public int N() => 1; }")]
    public Task IPC0004_a_channel_has_one_handler(string source)
        => AnalyzerRun.Reports("IPC0004", "Channel 'x' is handled by 'A.M' and by 'B.N'", source);

    [Fact]
    public async Task IPC0004_names_both_places()
    {
        var diagnostic = Assert.Single(await AnalyzerRun.Of(
            "class A : IIpcHandler { [IpcHandle(\"x\")] public int M() => 1; }",
            "class B : IIpcHandler { [IpcHandle(\"x\")] public int N() => 1; }"));

        Assert.Equal("File2.cs", diagnostic.Location.SourceTree?.FilePath);
        Assert.Equal("File1.cs", Assert.Single(diagnostic.AdditionalLocations).SourceTree?.FilePath);
    }

    [Fact]
    public Task IPC0004_holds_for_what_two_classes_inherit()
        => AnalyzerRun.Reports("IPC0004", "Channel 'x' is handled by 'A.M' and by 'B.M'", """
            abstract class Base : IIpcHandler { [IpcHandle("x")] public int M() => 1; }
            class A : Base;
            class B : Base;
            """);

    [Theory]
    [InlineData("class A : IIpcHandler { [IpcHandle(\"ipcapp:x\")] public int M() => 1; }", "'ipcapp:x' of 'A.M'")]
    [InlineData("class IpcappHandler : IIpcHandler { [IpcOn] public void Start() { } }", "'ipcapp:start' of 'IpcappHandler.Start'")]
    [InlineData("[IpcHandler(Prefix = \"ipcapp\")] class A : IIpcHandler { [IpcSync] public int M() => 1; }", "'ipcapp:m' of 'A.M'")]
    public Task IPC0011_the_bridges_own_prefix_is_reserved(string source, string message)
        => AnalyzerRun.Reports("IPC0011", message, source);

    [Theory]
    [InlineData("class A : IIpcHandler { [IpcOn(\"x\")] public void M() { } [IpcOn(\"x\")] public void N() { } [IpcHandle(\"x\")] public int O() => 1; }")]
    [InlineData("class A : IIpcHandler { [IpcHandle(\"x\")] public int M() => 1; [IpcHandle(\"X\")] public int N() => 1; }")]
    [InlineData("class A : IIpcHandler { [IpcHandle(\"ipcapp\")] public int M() => 1; [IpcHandle(\"IPCAPP:x\")] public int N() => 1; }")]
    [InlineData("abstract class Base : IIpcHandler { [IpcHandle] public int M() => 1; } class A : Base; class B : Base;")]
    public Task A_good_channel_is_not_reported(string source) => AnalyzerRun.ReportsNothing(source);
}
