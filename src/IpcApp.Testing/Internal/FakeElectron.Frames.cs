using System.Text.Json;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal;

/// <summary>What Electron says of frames besides their messages.</summary>
internal sealed partial class FakeElectron
{
    /// <summary>Electron's <c>focusedFrame</c> or <c>opener</c> of a window, if there is one.</summary>
    public object FindFrame(int contents, string which)
    {
        var window = Windows.FirstOrDefault(window => window.Id == contents);
        var frame = which == "focusedFrame" ? window?.FocusedFrame : window?.Opener;
        return frame is { IsCrashed: false, IsRemoved: false } ? new { contents = frame.Window.Id, treeNode = frame.TreeNode } : new { };
    }

    /// <summary>Tells of what has changed of a document.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="event">Electron's name of the event that tells of it; null for none.</param>
    public void Describe(FakeFrame frame, string? @event = null)
    {
        lock (_reader)
        {
            if (frame.Number != 0)
            {
                frame.HasUnreportedChange = false;
                Receive(MessageKind.Frame, frame.Number, 0, JsonSerializer.SerializeToUtf8Bytes(Snapshots.Of(frame, @event)));
            }
        }
    }

    /// <summary>Tells of a document before a message of it: also what has changed without an event, such as its name.</summary>
    private void AnnounceSender(FakeFrame frame)
    {
        if (frame.Number == 0)
        {
            Announce(frame);
        }
        else if (frame.HasUnreportedChange)
        {
            Describe(frame);
        }
    }
}
