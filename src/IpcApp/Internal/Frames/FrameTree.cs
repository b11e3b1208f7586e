using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Frames;

/// <summary>The windows' contents, their frames and documents, as .NET knows them.</summary>
internal sealed class FrameTree(
    FrameSender sender, EmitterDependencies emitters, RemoteCalls calls, UserCode userCode, WorkScheduler work, ILogger<Subsystem.Ipc> logger)
    : IWebContentsRegistry, IWebFrameMainRegistry
{
    private readonly ConcurrentDictionary<int, WebContents> _contents = new();
    private readonly ConcurrentDictionary<(int Contents, int TreeNode), WebFrameMain> _nodes = new();
    private readonly ConcurrentDictionary<(int ProcessId, int FrameId), FrameDocument> _documents = new();

    public FrameSender Sender => sender;

    public EmitterDependencies Emitters => emitters;

    public WorkScheduler Work => work;

    public UserCode UserCode => userCode;

    /// <summary>The emitters of windows, then those of frames, that the app has asked for.</summary>
    public IReadOnlyList<Emitter> EmittersInUse =>
    [
        .. GetAllWebContents().Select(contents => contents.EmitterOrNull)
            .Concat(_nodes.Values.OrderBy(node => node.FrameTreeNodeId).Select(node => node.EmitterOrNull))
            .OfType<Emitter>(),
    ];

    public void WarnOfLateFrame() => FrameLog.LateFrame(logger, ElectronText.LateFrame);

    public WebContents GetOrAddContents(int id) => _contents.GetOrAdd(id, static (key, tree) => new WebContents(key, tree), this);

    public WebFrameMain GetOrAddNode(WebContents contents, int treeNode)
        => _nodes.GetOrAdd(
            (contents.Id, treeNode),
            static (key, state) => new WebFrameMain(state.contents, key.TreeNode, state.tree),
            (contents, tree: this));

    public WebFrameMain? FindNode(WebContents contents, int treeNode) => _nodes.GetValueOrDefault((contents.Id, treeNode));

    /// <summary>Asks Electron for a frame that changes without an event.</summary>
    /// <param name="contents">Whose.</param>
    /// <param name="which">Electron's name of the member.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<WebFrameMain?> AskForFrameAsync(WebContents contents, string which, CancellationToken cancellationToken)
    {
        var found = await calls.InvokeAsync(
            RemoteAction.FindFrame,
            json =>
            {
                json.WriteNumber("contents", contents.Id);
                json.WriteString("which", which);
            },
            cancellationToken).ConfigureAwait(false);
        return found.TryGetProperty("treeNode", out var treeNode) && FromId(found.GetProperty("contents").GetInt32()) is { } owner
            ? FindNode(owner, treeNode.GetInt32())
            : null;
    }

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

    public WebFrameMain? FromId(int processId, int routingId) => FindDocument(processId, routingId)?.LiveFrame();

    public WebFrameMain? FromFrameToken(int processId, string frameToken)
    {
        ArgumentNullException.ThrowIfNull(frameToken);
        return _documents.Values
            .FirstOrDefault(document => document.Info.ProcessId == processId && document.Info.FrameToken == frameToken)?
            .LiveFrame();
    }

    /// <summary>Every place in every window's tree.</summary>
    public IReadOnlyList<WebFrameMain> AllNodes() => [.. _nodes.Values];

    public FrameDocument? FindDocument(int processId, int frameId) => _documents.GetValueOrDefault((processId, frameId));

    /// <summary>From now on the document is found by its ids.</summary>
    public void AddDocument(FrameDocument document) => _documents[IdsOf(document)] = document;

    public void RemoveDocument(FrameDocument document) => _documents.TryRemove(KeyValuePair.Create(IdsOf(document), document));

    public IReadOnlyList<WebFrameMain> ChildrenOf(WebFrameMain parent)
        => [.. _nodes.Values
            .Where(node => node.WebContents == parent.WebContents
                && node.InfoOrNull?.Parents is [var nearest, ..]
                && nearest.FrameTreeNodeId == parent.FrameTreeNodeId)
            .OrderBy(node => node.FrameTreeNodeId)];

    public void SendToAll(string channel, params object?[] arguments)
    {
        ElectronText.RequireChannel(channel);
        foreach (var contents in _contents.Values)
        {
            if (contents.MainFrameOrNull is { IsDisposed: false } frame)
            {
                sender.SendToFrame(frame, channel, arguments);
            }
        }
    }

    public bool TryGetByWindowName(string windowName, [NotNullWhen(true)] out WebContents? contents)
        => (contents = _contents.Values.FirstOrDefault(candidate => candidate.WindowName == windowName)) is not null;

    private static (int ProcessId, int FrameId) IdsOf(FrameDocument document) => (document.Info.ProcessId, document.Info.FrameId);
}
