namespace IpcApp.Build.Processes;

/// <summary>What came of a program.</summary>
/// <param name="ExitCode">Its exit code; null if it was ended at its time limit.</param>
/// <param name="Output">All it printed, both streams as they came.</param>
internal sealed record CommandResult(int? ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}
