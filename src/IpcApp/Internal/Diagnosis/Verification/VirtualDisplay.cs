using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis.Verification;

/// <summary>A display in memory, for a machine without one: Xvfb, if it is installed.</summary>
internal sealed partial class VirtualDisplay : IDisposable
{
    private const int Terminate = 15;

    /// <summary>How long it may take to remove its socket and its lock, which it would leave if it were killed.</summary>
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(2);

    private readonly Process _xvfb;

    private VirtualDisplay(Process xvfb, string name) => (_xvfb, Name) = (xvfb, name);

    /// <summary>What <c>DISPLAY</c> must be.</summary>
    public string Name { get; }

    /// <returns>Null where there is a display already, or Xvfb is not there.</returns>
    public static VirtualDisplay? StartIfNeeded()
    {
        if (Display.IsAvailable)
        {
            return null;
        }

        try
        {
            // It chooses a number that is free, and prints it when it listens.
            var start = new ProcessStartInfo("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var xvfb = Process.Start(start)!;
            xvfb.BeginErrorReadLine();
            if (xvfb.StandardOutput.ReadLine() is { Length: > 0 } number)
            {
                return new VirtualDisplay(xvfb, $":{number}");
            }

            xvfb.Dispose();
        }
        catch (Win32Exception)
        {
            // There is none. If the app needs a display, it says so itself.
        }

        return null;
    }

    public void Dispose()
    {
        if (Signal(_xvfb.Id, Terminate) != 0 || !_xvfb.WaitForExit(Ending))
        {
            _xvfb.Kill();
        }

        _xvfb.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
