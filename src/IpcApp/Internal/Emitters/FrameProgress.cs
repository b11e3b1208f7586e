namespace IpcApp.Internal.Emitters;

/// <summary>Sends reports to the calling frame at once, in the order they are made; System.Progress would reorder them.</summary>
internal sealed class FrameProgress<T>(IpcEvent e) : IProgress<T>
{
    public void Report(T value) => e.Source.Reply(e.Channel + ":progress", [value]);
}
