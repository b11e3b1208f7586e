using System.Collections.Immutable;

namespace IpcApp.Testing;

/// <content>Documents that are only unloading.</content>
public sealed partial class FakeFrame
{
    /// <summary>For a document that is only unloading: the frame that shows another by now.</summary>
    private FakeFrame? _place;

    /// <summary>This frame's document as a frame of its own, for the time while it is only unloading.</summary>
    internal FakeFrame SplitOff()
    {
        var unloading = new FakeFrame(_host, Window, Parent, TreeNode, Name)
        {
            IsDetached = true,
            Url = Url,
            Origin = Origin,
            ProcessId = ProcessId,
            FrameId = FrameId,
            _isHidden = _isHidden,
            _place = this,
        };
        ImmutableInterlocked.Update(ref _unloading, documents => documents.Add(unloading));
        return unloading;
    }
}
