using IpcApp.Internal.Wire;

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

    /// <summary>A document before this one that is only unloading, and whose address is known.</summary>
    internal FakeFrame SplitOff(string url, string origin)
    {
        var unloading = SplitOff();
        unloading.Load(url, origin, null);
        return unloading;
    }

    /// <summary>The document has another address, as by <c>history.pushState</c>.</summary>
    internal void ChangeAddress(string url, string origin)
    {
        (Url, Origin) = (url, origin);
        _host.Describe(this, SenderSnapshot.NavigatedInPage);
    }
}
