using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests.Diagnostics;

public sealed class ChannelDiagnosticsTests
{
    [Theory]
    [InlineData("IpcHandle(\"x\")")]
    [InlineData("IpcHandleOnce(\"x\")")]
    [InlineData("IpcOn(\"x\"), IpcHandle(\"x\")")]
    public Task IPC0004_a_channel_has_one_handler(string attributes)
        => AnalyzerRun.Reports("IPC0004", "Channel 'x' is handled by 'A.M' and by 'B.N'", $$"""
            class A : IIpcHandler { [IpcHandle("x")] public int M() => 1; }
            class B : IIpcHandler { [{{attributes}}] public int N() => 1; }
            """);

    [Fact]
    public Task IPC0004_counts_derived_names_too()
        => AnalyzerRun.Reports("IPC0004", "Channel 'notes:add' is handled by 'NotesHandler.Add' and by 'NotesHandler.Add'", """
            namespace A { class NotesHandler : IIpcHandler { [IpcHandle] public int Add() => 1; } }
            namespace B { class NotesHandler : IIpcHandler { [IpcHandle] public int Add() => 1; } }
            """);

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
    [InlineData("[IpcChannels(Prefix = \"ipcapp\")] class A : IIpcHandler { [IpcSync] public int M() => 1; }", "'ipcapp:m' of 'A.M'")]
    public Task IPC0011_the_bridges_own_prefix_is_reserved(string source, string message)
        => AnalyzerRun.Reports("IPC0011", message, source);

    [Theory]
    [InlineData("[IpcHandle(\"x\"), IpcSync(\"x\")] public int M() => 1; [IpcSync(\"x\")] public int N() => 1;")]
    [InlineData("[IpcHandle(\"x\")] public int M() => 1; [IpcHandle(\"X\")] public int N() => 1;")]
    [InlineData("[IpcHandle(\"ipcapp\")] public int M() => 1; [IpcHandle(\"IPCAPP:x\")] public int N() => 1;")]
    public Task A_good_channel_is_not_reported(string methods) => AnalyzerRun.ReportsNothing($"class A : IIpcHandler {{ {methods} }}");

    [Fact]
    public Task What_two_classes_inherit_has_two_names_if_it_is_named_after_them()
        => AnalyzerRun.ReportsNothing("""
            abstract class Base : IIpcHandler { [IpcHandle] public int M() => 1; }
            class A : Base;
            class B : Base;
            """);
}
