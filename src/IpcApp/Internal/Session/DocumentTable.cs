using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Session;

/// <summary>The documents that Electron has reported, by its numbers. Used on the connection's reader alone.</summary>
/// <param name="frames">The tree they belong to.</param>
/// <param name="newLane">Makes the lane of a document's messages; gives null where documents send none.</param>
/// <param name="stopping">Fires when the app shuts down.</param>
internal sealed class DocumentTable(FrameTree frames, Func<FrameLane?> newLane, CancellationToken stopping)
{
    // Electron orders "gone" after the messages of the frame; the table does not depend on it, since a late message must never revive a frame.
    private const int GoneDocumentsKept = 256;
    private const int GoneNumbersKept = 65_536;

    private readonly Dictionary<uint, (FrameDocument Document, FrameLane? Lane)> _documents = [];
    private readonly Queue<uint> _gone = new();
    private readonly RecentNumbers _goneNumbers = new(GoneNumbersKept);
    private uint _last;

    /// <returns>The document, and the lane of its messages; null if there is none.</returns>
    public (FrameDocument? Document, FrameLane? Lane) Find(uint number) => _documents.GetValueOrDefault(number);

    /// <summary>Whether the number was in use, and its frame has been gone for so long that no answer is awaited.</summary>
    public bool IsForgotten(uint number) => !_documents.ContainsKey(number) && (number <= _last || _goneNumbers.Contains(number));

    public void Update(uint number, SenderSnapshot snapshot)
    {
        var known = Find(number).Document;
        if (known is null && _goneNumbers.Contains(number))
        {
            return; // arrived after the end of the frame: the frame must not be revived
        }

        var document = known ?? Create(number, snapshot);
        document.Info = snapshot.ToSenderInfo();
        if (document.IsGone)
        {
            return; // likewise: messages that follow need to know their sender, but the frame shows another document
        }

        if (snapshot.IsMainFrame)
        {
            document.Node.WebContents.MainFrameOrNull ??= document.Node;
        }

        if (!snapshot.Detached)
        {
            document.Node.Document = document;
        }

        if (known is null)
        {
            frames.AddDocument(document);
        }

        switch (snapshot.Event)
        {
            case SenderSnapshot.Navigated:
                document.Node.WebContents.OnNavigated(document.Node, document.Info);
                break;
            case SenderSnapshot.NavigatedInPage:
                document.Node.WebContents.OnNavigatedInPage(document.Node, document.Info);
                break;
        }
    }

    public void Gone(uint number, string? reason)
    {
        _goneNumbers.Add(number);
        if (Find(number).Document is not { IsGone: false } document)
        {
            return;
        }

        document.MarkGone(isReplaced: reason == "navigated");
        frames.RemoveDocument(document);

        if (reason == "removed")
        {
            RemovePlaceOf(document);
        }

        _gone.Enqueue(number);
        if (_gone.Count > GoneDocumentsKept)
        {
            Forget(_gone.Dequeue());
        }
    }

    /// <summary>Nothing of the documents that are gone is on its way any more: a test that looks for leaks knows that.</summary>
    public void ForgetGone()
    {
        while (_gone.TryDequeue(out var number))
        {
            Forget(number);
        }
    }

    /// <summary>The connection has ended: no frame is reachable any more.</summary>
    public void End()
    {
        foreach (var (document, _) in _documents.Values)
        {
            document.MarkGone(isReplaced: false);
            frames.RemoveDocument(document);
        }
    }

    private FrameDocument Create(uint number, SenderSnapshot snapshot)
    {
        var node = frames.GetOrAddNode(frames.GetOrAddContents(snapshot.Contents), snapshot.TreeNode);
        var lane = newLane();
        var document = new FrameDocument(number, node, frames, stopping) { Room = lane?.Room };
        _documents.Add(number, (document, lane));
        _last = Math.Max(_last, number);
        return document;
    }

    private void Forget(uint number)
    {
        if (_documents.Remove(number, out var known))
        {
            RemovePlaceOf(known.Document); // an iframe that nothing was loaded into since
        }
    }

    /// <summary>
    /// A place in the tree goes with its last document: not with one that was only unloading while another was there (S99), and a main frame's
    /// goes with its window alone.
    /// </summary>
    private void RemovePlaceOf(FrameDocument document)
    {
        var node = document.Node;
        if (ReferenceEquals(node.Document, document) && !ReferenceEquals(node.WebContents.MainFrameOrNull, node))
        {
            frames.RemoveNode(node);
        }
    }
}
