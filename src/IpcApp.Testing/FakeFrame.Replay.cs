namespace IpcApp.Testing;

/// <summary>What a replay does with frames beyond what tests do.</summary>
public sealed partial class FakeFrame
{
    /// <summary>The channels on which something has arrived, or was asked for.</summary>
    internal IEnumerable<string> HeardChannels => _inbox.Channels;

    /// <summary>Loads another page, whose origin is known.</summary>
    internal void Show(string url, string origin)
    {
        Leave();
        IsCrashed = false;
        Load(url, origin, null);
        _host.Introduce(this);
    }

    /// <summary>The document is gone, and no other in its place yet.</summary>
    internal void Leave()
    {
        _host.FramesGone([this], "navigated");
        RemoveChildren();
    }

    /// <summary>The document, as a frame of its own, for the time while it is only unloading (S99).</summary>
    /// <param name="url">Its address.</param>
    /// <param name="origin">Its origin.</param>
    /// <param name="isOwn">Whether it is this frame's document; else the one before it.</param>
    internal FakeFrame SplitOff(string url, string origin, bool isOwn)
    {
        var unloading = new FakeFrame(_host, Window, Parent, TreeNode, Name) { IsDetached = true };
        unloading.Load(url, origin, null);
        if (isOwn)
        {
            (unloading.ProcessId, unloading.FrameId) = (ProcessId, FrameId);
        }

        return unloading;
    }

    /// <summary>The document has another address, as by <c>history.pushState</c>.</summary>
    internal void Rename(string url, string origin)
    {
        (Url, Origin) = (url, origin);
        _host.Describe(this);
    }
}
