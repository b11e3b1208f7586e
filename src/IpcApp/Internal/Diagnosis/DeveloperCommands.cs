using IpcApp.Internal.Diagnosis.Verification;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Settings;

namespace IpcApp.Internal.Diagnosis;

/// <summary>
/// <c>dotnet run -- doctor</c> and <c>dotnet run -- verify PATH</c>: instead of the app, before anything of it exists, so that they work
/// where the app does not.
/// </summary>
internal static class DeveloperCommands
{
    public const string DoctorUsage = "usage: dotnet run --project MainProcess -- doctor [--json]";

    /// <summary>Runs the command that the first argument names, and ends the process. Without one nothing happens.</summary>
    public static void RunInstead(string[] args)
    {
        if (args is [var name, .. var rest] && !PackagedApp.IsPackaged && !TestHarness.IsActive
            && Run(name, rest, AppContext.BaseDirectory) is { } exitCode)
        {
            Environment.Exit(exitCode);
        }
    }

    private static int? Run(string name, string[] rest, string programDirectory) => name switch
    {
        "doctor" => RunDoctor(rest, programDirectory),
        "verify" => VerifyCommand.Run(rest),
        _ => null,
    };

    private static int RunDoctor(string[] rest, string programDirectory)
    {
        if (rest is not ([] or ["--json"]))
        {
            Console.Error.WriteLine(DoctorUsage);
            return ExitCodes.InvalidSetting;
        }

        var diagnosis = Doctor.Examine(programDirectory);
        Console.Out.Write(rest is [] ? DiagnosisText.Of(diagnosis) : DiagnosisJson.Of(diagnosis) + "\n");
        return diagnosis.CanRun ? 0 : ExitCodes.Failure;
    }
}
