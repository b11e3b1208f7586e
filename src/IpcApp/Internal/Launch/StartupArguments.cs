using System.Text.Json;
using System.Text.Json.Serialization;
using IpcApp.Internal.Bridge;

namespace IpcApp.Internal.Launch;

/// <summary>
/// How a person has started the app. Packaged that is known to Electron, in development to .NET, and a file in the private directory tells the
/// other: a command line would become settings, and a variable has no room for many files.
/// </summary>
internal sealed record StartupArguments(IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>As this process was started itself.</summary>
    public static StartupArguments Own(IReadOnlyList<string> arguments) => new([.. arguments], Environment.CurrentDirectory);

    /// <summary>What Electron has written; of what cannot be read, nothing.</summary>
    public static StartupArguments ReadFrom(string? directory)
    {
        try
        {
            return directory is not null
                && JsonSerializer.Deserialize(File.ReadAllBytes(PathIn(directory)), LaunchJson.Default.StartupArguments)
                    is { Arguments: { } arguments, WorkingDirectory: { } folder }
                ? new StartupArguments([.. arguments.OfType<string>()], folder)
                : Own([]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return Own([]);
        }
    }

    public void WriteTo(string directory)
        => File.WriteAllBytes(PathIn(directory), JsonSerializer.SerializeToUtf8Bytes(this, LaunchJson.Default.StartupArguments));

    private static string PathIn(string directory) => Path.Combine(directory, BridgeDirectory.LaunchFileName);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StartupArguments))]
internal sealed partial class LaunchJson : JsonSerializerContext;
