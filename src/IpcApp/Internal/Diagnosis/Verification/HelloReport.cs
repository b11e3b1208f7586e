using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using IpcApp.Internal.Diagnosis.Checks;

namespace IpcApp.Internal.Diagnosis.Verification;

/// <summary>The one line by which a packaged app tells <c>verify</c> what has come of it.</summary>
internal sealed class HelloReport(JsonDocument json) : IDisposable
{
    /// <summary>What else the app writes does not begin like this.</summary>
    private const string Start = """{"ipcappVerify":1,""";

    /// <summary>Null if the page has answered.</summary>
    public HelloFailure? Failure => json.RootElement.TryGetProperty("failure", out var stage)
        ? new HelloFailure(stage.GetString()!, json.RootElement.GetProperty("message").GetString()!)
        : null;

    /// <summary>What the app says of itself, by name.</summary>
    public IEnumerable<(string Name, string? Value)> Facts => json.RootElement.GetProperty("facts").EnumerateObject()
        .Select(fact => (fact.Name, fact.Value.GetString()));

    public static string Of(string? page, HelloFailure? failure, HelloVersions? versions) => JsonText.Of(
        line =>
        {
            line.WriteNumber("ipcappVerify", 1);
            if (failure is not null)
            {
                line.WriteString("failure", failure.Stage);
                line.WriteString("message", failure.Message);
            }

            var app = Assembly.GetEntryAssembly();
            line.WriteStartObject("facts");
            line.WriteString("app", app?.GetName().Name);
            line.WriteString("version", app?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]);
            line.WriteString("page", page);
            line.WriteString("ipcapp", ElectronFilesCheck.LibraryVersion);
            line.WriteString("electron", versions?.Electron);
            line.WriteString("chromium", versions?.Chromium);
            line.WriteString("dotnet", Environment.Version.ToString());
            line.WriteString("platform", RuntimeInformation.RuntimeIdentifier);
            line.WriteEndObject();
        },
        indented: false);

    /// <returns>Null if the line is none of these.</returns>
    public static HelloReport? Parse(string line)
    {
        if (!line.StartsWith(Start, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return new HelloReport(JsonDocument.Parse(line));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => json.Dispose();
}
