using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace IpcApp.Internal.Bridge;

/// <summary>
/// Names a process in the name of a file: its id, and on Linux also when it was started, since ids are used again. Electron writes the same
/// (<c>process-tag.js</c>).
/// </summary>
internal static class ProcessTag
{
    /// <summary>Of field 22 of <c>/proc/ID/stat</c>, counted from the state, which follows the name in parentheses.</summary>
    private const int StartTimeIndex = 19;

    /// <summary>The state of a process that has ended and whose parent has not noticed.</summary>
    private const string Ended = "Z";

    /// <summary>The tag of this process, such as <c>4711.2f6a01</c>.</summary>
    public static string OfThisProcess { get; } = Of(Environment.ProcessId);

    /// <summary>Whether the process runs that a tag names. True if that cannot be known.</summary>
    /// <param name="id">The process id.</param>
    /// <param name="start">When it was started; empty where tags do not have it.</param>
    public static bool IsRunning(int id, string start)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return StatusOf(id) is { } status
                ? !status.HasEnded && (start.Length == 0 || status.Start == start)
                : !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        catch (Win32Exception)
        {
            return true; // Windows does not let this user open the process
        }
    }

    private static string Of(int id)
    {
        var number = id.ToString(CultureInfo.InvariantCulture);
        return StatusOf(id) is { } status ? $"{number}.{status.Start}" : number;
    }

    /// <summary>Null where the system does not tell it in a file.</summary>
    /// <returns>The start in hexadecimal, and whether the process has ended and its parent has not noticed.</returns>
    private static (string Start, bool HasEnded)? StatusOf(int id)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            var status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
            var start = ulong.Parse(fields[StartTimeIndex], CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture);
            return (start, fields[0] == Ended);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
