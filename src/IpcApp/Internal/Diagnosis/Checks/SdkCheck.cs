namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>The .NET SDK that builds the app, as <c>global.json</c> chooses it. This program runs, so its runtime is there.</summary>
internal static class SdkCheck
{
    public const string Id = "IPC0130";
    private const string Name = ".NET SDK";

    private static readonly Version Least = new(10, 0, 100);

    private static readonly string Remedy
        = $"Install the .NET SDK {Least} or later; global.json in the app's folder says which versions may be used.";

    private static string Program => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    public static Finding Of(string? root) => Of(ProgramOutput.Of(Program, ["--version"], root));

    internal static Finding Of(ProgramOutput? dotnet) => dotnet switch
    {
        null => Problem("'dotnet' was not found on the PATH"),
        { Succeeded: false } => Problem($"none that global.json allows: {dotnet.FirstComplaint}"),
        _ when Version.TryParse(dotnet.Printed.Split('-')[0], out var version) && version >= Least
            => new Finding(Id, Name, $"{dotnet.Printed}, runtime {Environment.Version}"),
        _ => Problem($"{dotnet.Printed} is too old"),
    };

    private static Finding Problem(string found) => new(Id, Name, found, Remedy, Capability.Package);
}
