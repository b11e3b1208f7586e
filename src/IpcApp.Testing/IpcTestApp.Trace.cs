namespace IpcApp.Testing;

/// <content>What has been said.</content>
public sealed partial class IpcTestApp
{
    /// <summary>The last messages of every frame of every open window, both ways, for a person to read. A frame without any is left out.</summary>
    public string Trace => string.Join(
        Environment.NewLine,
        Windows.SelectMany(window => window.MainFrame.SelfAndDescendants)
            .Where(frame => frame.Trace.Length > 0)
            .Select(frame => $"The last messages of {frame.Url}:{Environment.NewLine}{frame.Trace}"));
}
