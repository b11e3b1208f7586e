using System.ComponentModel;
using System.Diagnostics;

namespace IpcApp.Internal.Diagnosis;

/// <summary>What a small program printed, to be asked for a version or a path.</summary>
internal sealed record ProgramOutput(int ExitCode, string Printed, string Complaint)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public bool Succeeded => ExitCode == 0;

    /// <summary>The first line of what it complained of, for messages of one line.</summary>
    public string FirstComplaint
        => Complaint.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()
            ?? $"exit code {ExitCode}";

    /// <returns>Null if the program is not there.</returns>
    public static ProgramOutput? Of(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // npm would leave a folder with what Node.js has compiled of it in the temporary directory.
            Environment = { ["NODE_DISABLE_COMPILE_CACHE"] = "1" },
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var printed = process.StandardOutput.ReadToEndAsync();
            var complaint = process.StandardError.ReadToEndAsync();
            if (!Task.WaitAll([printed, complaint], Limit))
            {
                process.Kill(entireProcessTree: true);
                return new ProgramOutput(-1, "", $"no answer within {Limit.TotalSeconds} seconds");
            }

            process.WaitForExit();
            return new ProgramOutput(process.ExitCode, printed.Result.Trim(), complaint.Result.Trim());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
