namespace IpcApp;

/// <summary>Finds frames by what Chromium calls them: Electron's static members of <c>webFrameMain</c>, as a service.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IWebFrameMainRegistry
{
    /// <summary>The live frame with these ids, or null. Electron's <c>webFrameMain.fromId</c>.</summary>
    /// <param name="processId">Chromium's id of the renderer process, as in <see cref="IpcEvent.ProcessId"/>.</param>
    /// <param name="routingId">The routing id of the frame, as in <see cref="IpcEvent.FrameId"/>.</param>
    WebFrameMain? FromId(int processId, int routingId);

    /// <summary>The live frame with this token, or null. Electron's <c>webFrameMain.fromFrameToken</c>.</summary>
    /// <param name="processId">Chromium's id of the renderer process.</param>
    /// <param name="frameToken">The token, as in <see cref="WebFrameMain.FrameToken"/>.</param>
    WebFrameMain? FromFrameToken(int processId, string frameToken);
}
