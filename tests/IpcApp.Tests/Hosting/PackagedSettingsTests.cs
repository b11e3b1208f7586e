using IpcApp.Internal.Settings;
using Microsoft.Extensions.Configuration;

namespace IpcApp.Tests.Hosting;

/// <summary>What environment and command line can say to a packaged app.</summary>
public sealed class PackagedSettingsTests
{
    private static readonly Dictionary<string, string?> File = new()
    {
        ["IpcApp:Windows:main:Title"] = "Notes",
        ["Store:Folder"] = "notes",
    };

    [Theory]
    [InlineData("IpcApp:Host", "none")]
    [InlineData("ipcapp:windows:main:url", "https://example.com/")]
    [InlineData("IpcApp:Windows:other:Title", "Other")]
    [InlineData("urls", "http://localhost:5000")]
    [InlineData("HTTP_PORTS", "5000")]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://localhost:5000")]
    [InlineData("environment", "Development")]
    public void What_only_the_app_may_say_does_not_come_from_them(string key, string value)
    {
        var configuration = Shielded($"--{key}={value}");

        Assert.Null(configuration[key]);
        Assert.Equal(["main"], configuration.GetSection("IpcApp:Windows").GetChildren().Select(child => child.Key));
        Assert.Empty(configuration.GetSection("Kestrel:Endpoints").GetChildren());
        Assert.Equal(["IpcApp", "Store"], configuration.GetChildren().Select(child => child.Key));
    }

    [Fact]
    public void The_app_s_own_file_keeps_its_say()
    {
        var configuration = Shielded("--IpcApp:Windows:main:Title=Mine");

        Assert.Equal("Notes", configuration["IpcApp:Windows:main:Title"]);
    }

    [Fact]
    public void All_other_settings_may_still_come_from_them()
    {
        var configuration = Shielded("--Store:Folder=elsewhere", "--Store:Limit=3", "--Logging:LogLevel:Default=Debug");

        Assert.Equal("elsewhere", configuration["Store:Folder"]);
        Assert.Equal(["Folder", "Limit"], configuration.GetSection("Store").GetChildren().Select(child => child.Key));
        Assert.Equal("Debug", configuration["Logging:LogLevel:Default"]);
    }

    [Fact]
    public void The_environment_is_no_way_around()
    {
        const string Variable = "IPCAPPTEST_IpcApp__Host";
        Environment.SetEnvironmentVariable(Variable, "none");
        try
        {
            using var configuration = new ConfigurationManager();
            configuration.AddInMemoryCollection(File).AddEnvironmentVariables("IPCAPPTEST_");
            Assert.Equal("none", configuration["IpcApp:Host"]);

            PackagedApp.Shield(configuration);

            Assert.Null(configuration["IpcApp:Host"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    private static ConfigurationManager Shielded(params string[] arguments)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(File).AddCommandLine(arguments);
        PackagedApp.Shield(configuration);
        return configuration;
    }
}
