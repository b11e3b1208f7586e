namespace IpcApp.Internal.Diagnosis.Checks;

internal static class NpmCheck
{
    public const string Id = "IPC0132";
    private const string Name = "npm";

    public static Finding Of() => Of(ProgramOutput.Of(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["--version"]));

    internal static Finding Of(ProgramOutput? npm) => npm switch
    {
        null => Problem("'npm' was not found on the PATH"),
        { Succeeded: false } => Problem($"'npm' does not run: {npm.FirstComplaint}"),
        _ => new Finding(Id, Name, npm.Printed),
    };

    private static Finding Problem(string found)
        => new(Id, Name, found, "Install Node.js with npm, which belongs to it, and start the terminal or IDE again.", Capability.Package);
}
