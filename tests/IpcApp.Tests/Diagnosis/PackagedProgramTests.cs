using IpcApp.Internal.Diagnosis.Verification;

namespace IpcApp.Tests.Diagnosis;

/// <summary>What <c>verify</c> starts, and what it does not.</summary>
public sealed class PackagedProgramTests : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _folder = Directory.CreateTempSubdirectory("ipcapp-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_one_program_of_a_folder_that_is_not_Electron_s_own()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "programs are told by their mode here");
        Write("resources/app.asar");
        Write("libEGL.so", Executable);
        Write("chrome-sandbox", Executable);
        Write("chrome_crashpad_handler", Executable);
        Write("LICENSE.txt");
        var program = Write("my-app", Executable);

        Assert.Equal(program, PackagedProgram.Find(_folder));
        Assert.Equal(program, PackagedProgram.Find(program));

        Write("another", Executable);
        Assert.Contains("name one of them: ", Refusal(_folder), StringComparison.Ordinal);
        Assert.Equal(program, PackagedProgram.Find(program));
    }

    [Fact]
    public void The_program_of_a_bundle()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no bundles on Windows");
        Write("My.app/Contents/Resources/app.asar");
        var program = Write("My.app/Contents/MacOS/My App", Executable);

        Assert.Equal(program, PackagedProgram.Find(Path.Combine(_folder, "My.app")));
        Assert.Equal(program, PackagedProgram.Find(program));
    }

    [Fact]
    public void A_link_to_the_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights of their own on Windows");
        Write("opt/resources/app.asar");
        var program = Write("opt/my-app", Executable);
        var link = Path.Combine(_folder, "my-app");
        File.CreateSymbolicLink(link, program);

        Assert.Equal(link, PackagedProgram.Find(link));
    }

    [Fact]
    public void An_AppImage_has_its_archive_inside()
    {
        var image = Write("my-app-1.0.0-linux-x86_64.AppImage", Executable);

        Assert.Equal(image, PackagedProgram.Find(image));
    }

    [Fact]
    public void What_is_not_there_or_no_package()
    {
        Assert.Contains("There is no 'no-such-app', neither as a file or folder nor as a command", Refusal("no-such-app"), StringComparison.Ordinal);
        Assert.EndsWith("is no packaged app: it has no resources/app.asar.", Refusal(_folder), StringComparison.Ordinal);
        Assert.Contains("is no packaged app: there is no resources/app.asar beside", Refusal("node"), StringComparison.Ordinal);

        Write("resources/app.asar");
        Assert.EndsWith("is no packaged app: there is no program in it.", Refusal(_folder), StringComparison.Ordinal);
    }

    private static string Refusal(string path)
    {
        var refused = Assert.Throws<VerifyException>(() => PackagedProgram.Find(path));
        Assert.Equal("path", refused.Stage);
        return refused.Message;
    }

    private string Write(string file, UnixFileMode? mode = null)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        if (mode is { } bits && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, bits);
        }

        return path;
    }
}
