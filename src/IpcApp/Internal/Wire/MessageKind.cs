namespace IpcApp.Internal.Wire;

/// <summary>What a message over the bridge is: see <c>docs/internals/protocol.md</c>, section Messages.</summary>
internal enum MessageKind : byte
{
    /// <summary>Both ways, lane 0: a JSON object with a <c>type</c>.</summary>
    Control = 0x01,

    /// <summary>From Electron: the sender snapshot of a frame, before its first message and whenever it differs.</summary>
    Frame = 0x10,

    /// <summary>From Electron: <c>ipcRenderer.invoke</c>.</summary>
    Invoke = 0x11,

    /// <summary>From Electron: <c>ipcRenderer.send</c>.</summary>
    Send = 0x12,

    /// <summary>From Electron: <c>ipcRenderer.sendSync</c>.</summary>
    SendSync = 0x13,

    /// <summary>From Electron: <c>ipcRenderer.postMessage</c>.</summary>
    PostMessage = 0x14,

    /// <summary>To Electron: the answer to an invoke or a sendSync.</summary>
    Reply = 0x20,

    /// <summary>To Electron: <c>webContents.send</c> or <c>frame.send</c>.</summary>
    Emit = 0x21,

    /// <summary>To Electron: <c>webContents.postMessage</c> or <c>frame.postMessage</c>.</summary>
    Post = 0x22,

    /// <summary>Both ways, on the port's lane: a message on a port.</summary>
    PortMessage = 0x30,

    /// <summary>To Electron, on the port's lane: .NET has started the port.</summary>
    PortStart = 0x31,

    /// <summary>
    /// On the port's lane. From Electron: the other end has closed. To Electron: the port is closed and its number out of use.
    /// </summary>
    PortClose = 0x32,
}
