using IpcApp.Internal.Bridge;
using IpcApp.Internal.Launch;

namespace IpcApp.Tests.Launch;

/// <summary>The file by which one of the app's processes tells the other how it was started.</summary>
public sealed class AppLaunchTests : IDisposable
{
    private readonly string _directory = BridgeDirectory.Create();

    public void Dispose() => BridgeDirectory.Remove(_directory);

    [Fact]
    public void What_one_writes_the_other_reads()
    {
        string[] arguments = ["--a=\"b\"", "", "Überblick 😀.txt", @"C:\notes"];

        new StartupArguments(arguments, "/home/ada").WriteTo(_directory);

        var read = StartupArguments.ReadFrom(_directory);
        Assert.Equal(arguments, read.Arguments);
        Assert.Equal("/home/ada", read.WorkingDirectory);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "arguments": "a" }""")]
    [InlineData("""{ "arguments": ["a"] }""")]
    public void What_is_not_as_it_should_be_is_no_argument(string text)
    {
        File.WriteAllText(Path.Combine(_directory, BridgeDirectory.LaunchFileName), text);

        var read = StartupArguments.ReadFrom(_directory);

        Assert.Empty(read.Arguments);
        Assert.Equal(Environment.CurrentDirectory, read.WorkingDirectory);
    }

    [Fact]
    public void Nor_is_a_file_that_is_missing()
    {
        Assert.Empty(StartupArguments.ReadFrom(_directory).Arguments);
        Assert.Empty(StartupArguments.ReadFrom(null).Arguments);
    }
}
