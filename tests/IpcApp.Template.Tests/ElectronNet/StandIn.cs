using IpcApp.Build;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests.ElectronNet;

/// <summary>Puts the stand-in assembly into the place of the package in a scaffold. No package of that name is made: it would stay in caches.</summary>
internal static class StandIn
{
    private const string Targets = """
        <Project>
          <ItemGroup Condition="'$(IpcAppMainProcess)' == 'true'">
            <PackageReference Remove="ElectronNET.Core" />
            <ProjectReference Include="../stand-in/ElectronNetStandIn.csproj" />
          </ItemGroup>
        </Project>
        """;

    public static void TakeThePlaceOfElectronNet(Repository repository, Scaffold scaffold)
    {
        var source = repository.PathOf("tests", "IpcApp.Template.Tests", "ElectronNet", "StandIn");
        var target = Directory.CreateDirectory(scaffold.PathOf("stand-in")).FullName;
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        File.WriteAllText(scaffold.PathOf("Directory.Build.targets"), Targets);

        // As the package's own properties do, which come before the project's.
        var properties = scaffold.Read("Directory.Build.props");
        var withRuntime = properties.Replace(
            "</Project>",
            "<PropertyGroup Condition=\"'$(MSBuildProjectName)' == '" + scaffold.Name + "'\"><RuntimeIdentifier>win-x64</RuntimeIdentifier></PropertyGroup></Project>",
            StringComparison.Ordinal);
        File.WriteAllText(scaffold.PathOf("Directory.Build.props"), withRuntime);
    }
}
