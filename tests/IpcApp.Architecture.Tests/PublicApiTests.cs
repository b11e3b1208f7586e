using IpcApp.Testing;
using IpcApp.Tests.Shared;
using PublicApiGenerator;

namespace IpcApp.Architecture.Tests;

/// <summary>
/// Each change of a package's public API is a change of the file <c>PublicApi.txt</c> beside its sources, so that a review sees it. With
/// <c>IPCAPP_WRITE_API=1</c> the files are written instead.
/// </summary>
public sealed class PublicApiTests
{
    // The assembly's attributes name the test projects and the version, which are no API.
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    public static TheoryData<string, Type> Packages => new()
    {
        { "src/IpcApp", typeof(IIpcMain) },
        { "src/IpcApp.Testing", typeof(IpcTestApp) },
        { "src/IpcApp.Testing.Xunit", typeof(IpcAppTest<>) },
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_api_is_the_one_in_its_reference_text(string folder, Type typeOfPackage)
    {
        var file = Path.Combine(Checkout.Root, folder, "PublicApi.txt");
        var api = typeOfPackage.Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").Trim() + "\n";
        if (Environment.GetEnvironmentVariable("IPCAPP_WRITE_API") == "1")
        {
            File.WriteAllText(file, api);
        }

        var reference = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(api == reference, Difference(reference, api, folder));
    }

    private static string Difference(string reference, string api, string folder)
    {
        var (old, current) = (reference.Split('\n'), api.Split('\n'));
        var lines = old.Except(current).Select(line => "- " + line.Trim()).Concat(current.Except(old).Select(line => "+ " + line.Trim())).Take(20);
        return $"The public API of {folder} has changed. Run the tests with IPCAPP_WRITE_API=1 if that is intended.\n{string.Join('\n', lines)}";
    }
}
