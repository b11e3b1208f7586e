using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using IpcApp.Internal.Host;
using IpcApp.Values.Internal;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Frames;

/// <summary>The windows' contents and frames as .NET knows them, and sending to them.</summary>
internal sealed partial class FrameTree(IpcSerializer serializer, ILogger<IIpcMain> logger) : IWebContentsRegistry
{
    private readonly ConcurrentDictionary<int, WebContents> _contents = new();
    private readonly ConcurrentDictionary<(int Contents, int TreeNode), WebFrameMain> _nodes = new();
    private volatile IHostLink? _link;

    /// <summary>Where messages to pages go; null while no host is connected.</summary>
    public IHostLink? Link
    {
        get => _link;
        set => _link = value;
    }

    /// <summary>Runs what users registered, where there is no caller of theirs to throw at: a failure is logged, and the app lives on.</summary>
    public void RunUserCode(string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            FrameLog.UserCodeFailed(logger, what, e);
        }
    }

    public WebContents GetOrAddContents(int id) => _contents.GetOrAdd(id, static (key, tree) => new WebContents(key, tree), this);

    public WebFrameMain GetOrAddNode(WebContents contents, int treeNode)
        => _nodes.GetOrAdd(
            (contents.Id, treeNode),
            static (key, state) => new WebFrameMain(state.contents, key.TreeNode, state.tree),
            (contents, tree: this));

    public void RemoveContents(int id)
    {
        if (!_contents.TryRemove(id, out var contents))
        {
            return;
        }

        foreach (var (key, node) in _nodes)
        {
            if (key.Contents == id && _nodes.TryRemove(key, out _))
            {
                node.MarkRemoved();
            }
        }

        contents.MarkDestroyed();
    }

    public void RemoveNode(WebFrameMain node)
    {
        _nodes.TryRemove((node.WebContents.Id, node.FrameTreeNodeId), out _);
        node.MarkRemoved();
    }

    public IReadOnlyList<WebContents> GetAllWebContents() => [.. _contents.Values.OrderBy(contents => contents.Id)];

    public WebContents? FromId(int id) => _contents.GetValueOrDefault(id);

    public void SendToAll(string channel, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(channel);
        foreach (var contents in _contents.Values)
        {
            if (contents.MainFrameOrNull is { } frame)
            {
                SendToMainFrame(contents, frame, channel, arguments);
            }
        }
    }

    public bool TryGetByWindowName(string windowName, [NotNullWhen(true)] out WebContents? contents)
        => (contents = _contents.Values.FirstOrDefault(candidate => candidate.WindowName == windowName)) is not null;

    public void SendToMainFrame(WebContents contents, WebFrameMain frame, string channel, object?[] arguments)
        => Emit(EmitTarget.MainFrame, (uint)contents.Id, frame.FrameTreeNodeId, channel, arguments);

    public void SendToFrame(WebFrameMain frame, string channel, object?[] arguments)
    {
        if (ReferenceEquals(frame.WebContents.MainFrameOrNull, frame) && !frame.IsDestroyed())
        {
            SendToMainFrame(frame.WebContents, frame, channel, arguments);
        }
        else if (frame.IsDestroyed() || frame.Document is not { } document)
        {
            FrameLog.SendFailed(logger, channel, "Render frame was disposed before WebFrameMain could be accessed", null);
        }
        else
        {
            SendToDocument(document, channel, arguments);
        }
    }

    public void SendToDocument(FrameDocument document, string channel, object?[] arguments)
    {
        if (!document.IsGone)
        {
            Emit(EmitTarget.Frame, document.Number, document.Node.FrameTreeNodeId, channel, arguments);
        }
    }

    private void Emit(EmitTarget target, uint id, int lane, string channel, object?[] arguments)
    {
        if (_link is not { } link)
        {
            return;
        }

        var payload = new PayloadWriter().WriteByte((byte)target).WriteUInt32(id);
        try
        {
            serializer.WriteArguments(payload.WriteShortText(channel), arguments);
        }
        catch (Exception e) when (e is IpcCloneException or ArgumentException)
        {
            payload.Dispose();
            FrameLog.SendFailed(logger, channel, "Failed to serialize arguments", e);
            return;
        }

        if (link.Send(MessageKind.Emit, (uint)lane, 0, payload) is { } refusal)
        {
            FrameLog.SendFailed(logger, channel, refusal, null);
        }
    }

    private enum EmitTarget : byte
    {
        MainFrame = 0,
        Frame = 1,
    }
}
