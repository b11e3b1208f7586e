namespace IpcApp.TestApp.Handlers;

public sealed class MessageHandler(CallLog log, IWebContentsRegistry windows) : IIpcHandler
{
    [IpcOn("message:draft")]
    public void Draft(IpcMainEvent e, string text) => e.Reply("message:draft-saved", text.Length, text);

    [IpcOn("message:log")]
    public void Log(string text) => log.Add(text);

    [IpcOn("message:log-later")]
    public async Task LogLaterAsync(string text)
    {
        log.Add("begin " + text);
        await log.Gate.Task;
        log.Add("end " + text);
    }

    [IpcOnce("message:once")]
    public void Once(string text) => log.Add("once " + text);

    [IpcHandleOnce("message:handle-once")]
    public string HandleOnce() => "once";

    [IpcSync("message:version")]
    public string Version() => "1.0";

    [IpcSync("message:version-later")]
    public async Task<string> VersionLater()
    {
        await Task.Yield();
        return "1.1";
    }

    [IpcOn("message:return-value")]
    public void ReturnValue(IpcMainEvent e)
    {
        e.ReturnValue = "first";
        e.ReturnValue = "second";
    }

    [IpcOn("message:no-answer")]
    public void NoAnswer() => log.Add("no-answer");

    [IpcHandle("message:broadcast")]
    public int Broadcast(string text)
    {
        windows.SendToAll("message:broadcast", text);
        return windows.GetAllWebContents().Count;
    }

    [IpcHandle("message:sender")]
    public object Sender(IpcMainInvokeEvent e) => new
    {
        e.Type,
        e.ProcessId,
        e.FrameId,
        e.SenderInfo.Origin,
        e.SenderInfo.Url,
        e.SenderInfo.IsMainFrame,
        Contents = e.Sender.Id,
        SameFrame = ReferenceEquals(e.SenderFrame, e.Sender.MainFrame),
        LiveUrl = e.SenderFrame?.Url,
    };
}
