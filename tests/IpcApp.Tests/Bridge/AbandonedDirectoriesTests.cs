using System.Diagnostics;
using System.Net.Sockets;
using IpcApp.Internal.Bridge;

namespace IpcApp.Tests.Bridge;

/// <summary>What a start removes of apps that were killed, and what it leaves alone.</summary>
public sealed class AbandonedDirectoriesTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("ipcapp-test-");
    private readonly int _gone = EndedProcess();

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public void The_directory_of_a_process_that_is_gone_is_removed()
    {
        Make($"ipcapp-{_gone}-abcdef");
        Make($"ipcapp-{_gone}.1f-abcdef");
        Assert.Empty(Sweep());
    }

    [Fact]
    public void That_of_a_process_whose_id_is_used_again_is_removed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells in a file when a process was started");
        Make($"ipcapp-{Environment.ProcessId}.1-abcdef");
        Assert.Empty(Sweep());
    }

    [Fact]
    public void That_of_a_process_that_runs_stays()
    {
        string[] names = [$"ipcapp-{Environment.ProcessId}-abcdef", $"ipcapp-{ProcessTag.OfThisProcess}-abcdef"];
        Array.ForEach(names, name => Make(name));
        Assert.Equal(names.Order(StringComparer.Ordinal), Sweep());
    }

    [Fact]
    public void One_in_which_a_host_listens_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "on Windows Electron listens on a pipe");
        var name = $"ipcapp-{_gone}-abcdef";
        var path = Path.Combine(Make(name), BridgeAddress.SocketName);
        using (var host = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            host.Bind(new UnixDomainSocketEndPoint(path));
            host.Listen();
            Assert.Equal([name], Sweep());
        }

        File.WriteAllText(path, "");
        Assert.Empty(Sweep());
    }

    [Fact]
    public void Links_open_directories_files_and_other_names_stay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links and modes are those of Unix");
        var elsewhere = Make("elsewhere");
        Directory.CreateSymbolicLink(Path.Combine(_parent.FullName, $"ipcapp-{_gone}-link"), elsewhere);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Make($"ipcapp-{_gone}-open"), Private | UnixFileMode.OtherExecute);
        }

        File.WriteAllText(Path.Combine(_parent.FullName, $"ipcapp-{_gone}-file"), "");
        Make($"ipcapp-{_gone}-a-b");
        Make("ipcapp-test-abcdef");
        var before = Entries();
        Assert.Equal(before, Sweep());
        Assert.True(File.Exists(Path.Combine(elsewhere, "launch.json")));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_no_error() => AbandonedDirectories.Sweep(Path.Combine(_parent.FullName, "missing"));

    private static int EndedProcess()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.Id;
    }

    private string[] Sweep()
    {
        AbandonedDirectories.Sweep(_parent.FullName);
        return Entries();
    }

    private string[] Entries()
        => [.. _parent.EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal)];

    private string Make(string name)
    {
        var directory = Path.Combine(_parent.FullName, name);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, Private);
        }

        File.WriteAllText(Path.Combine(directory, "launch.json"), "{}");
        return directory;
    }
}
