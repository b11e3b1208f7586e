namespace IpcApp.Docs.Tests.Snippets;

[AllowSubFrames]                                // iframes of the app's own pages, in windows with SubFrames
public sealed class EmbedHandler : IIpcHandler
{
    [IpcHandle, AllowOrigin("https://partner.example")]
    public string Greet(IpcMainInvokeEvent e) => $"Hello, {e.SenderInfo.Origin}";

    [IpcOn, AllowAnySender]                     // every frame of every origin: decide here
    public void Report(IpcMainEvent e, string message)
    {
        if (e.SenderInfo.Origin == "null" && e.SenderInfo.Parents is [{ Origin: "app://local" }])
        {
            Console.WriteLine($"A sandboxed frame reports: {message}");
        }
    }
}
