namespace IpcApp.Docs.Tests.Snippets;

public static class Registering
{
    public static void Delegates(IIpcMain ipcMain)
    {
        ipcMain.Handle("sum", (IpcMainInvokeEvent e, int a, int b) => a + b);
        ipcMain.On("draft", async (IpcMainEvent e, string text) => await File.WriteAllTextAsync("draft.txt", text));
        ipcMain.On("anything", (e, arguments) => Console.WriteLine($"{e.Channel}: {arguments.Count} arguments"));
    }

    public static void Removing(IIpcMain ipcMain)
    {
        var registration = ipcMain.Handle("sum", (IpcMainInvokeEvent e, int a, int b) => a + b);
        registration.Dispose();                 // this handler; another that has taken its place would stay

        IpcMainListener listener = (e, arguments) => e.Reply("pong");
        ipcMain.On("ping", listener);
        ipcMain.Off("ping", listener);          // of several equal ones the newest, as in Node
        ipcMain.RemoveAllListeners("ping");
        ipcMain.RemoveHandler("sum");
    }

    public static void Scopes(IIpcMain ipcMain, WebContents contents)
    {
        contents.MainFrame.Ipc.On("where", (e, arguments) => Console.WriteLine("1: this frame"));
        contents.Ipc.On("where", (e, arguments) => Console.WriteLine("2: this window, any frame"));
        ipcMain.On("where", (e, arguments) => Console.WriteLine("3: any window"));
        contents.IpcMessage += (e, arguments) => Console.WriteLine($"0: {e.Channel}, whatever the channel");
    }

    public static void Introspection(IIpcMain ipcMain)
    {
        foreach (var registration in ipcMain.GetRegistrations())
        {
            Console.WriteLine($"{registration.Kind} {registration.Channel}: {registration.DisplayName}, {registration.SenderPolicy}");
        }
    }

    public static void Policies(IIpcMain ipcMain)
    {
        var frames = IpcSenderPolicy.Default.AllowOrigin("https://partner.example").AllowSubFrames();
        ipcMain.WithSenderPolicy(frames).Handle("embed:size", (IpcMainInvokeEvent e) => 42);
    }
}
