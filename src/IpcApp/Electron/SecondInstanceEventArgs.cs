namespace IpcApp;

/// <summary>The app has been started again, and goes on as it is.</summary>
/// <param name="arguments">What it was started with.</param>
/// <param name="workingDirectory">Where it was started.</param>
public sealed class SecondInstanceEventArgs(IReadOnlyList<string> arguments, string workingDirectory) : EventArgs
{
    /// <summary>What it was started with, as <see cref="IElectronApp.Arguments"/> are.</summary>
    public IReadOnlyList<string> Arguments { get; } = arguments;

    /// <summary>Where it was started.</summary>
    public string WorkingDirectory { get; } = workingDirectory;
}
