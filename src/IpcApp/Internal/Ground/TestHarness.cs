using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace IpcApp.Internal.Ground;

/// <summary>
/// The test that runs the app's Program, in whose flow that is: a failure to start then belongs to the test, as the exception that it is.
/// </summary>
/// <param name="settings">What the test sets; it beats all other settings.</param>
/// <param name="app">The app's assembly; null if none is known.</param>
internal sealed class TestHarness(IReadOnlyDictionary<string, string?> settings, Assembly? app)
{
    private static readonly AsyncLocal<TestHarness?> Active = new();

    /// <summary>Null where no test runs.</summary>
    public static TestHarness? Current
    {
        get => Active.Value;
        set => Active.Value = value;
    }

    public static bool IsActive => Current is not null;

    /// <summary>The assembly of the app, which is not that of the process.</summary>
    public Assembly? App => app;

    /// <summary>The environment that the test wants the app to be in; null for its own.</summary>
    public string? EnvironmentName => settings.GetValueOrDefault("environment");

    public void AddSettings(IConfigurationBuilder configuration) => configuration.AddInMemoryCollection(settings);
}
