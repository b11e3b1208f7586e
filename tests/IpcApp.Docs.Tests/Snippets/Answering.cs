namespace IpcApp.Docs.Tests.Snippets;

public static class Answering
{
    public static void Replies(IIpcMain ipcMain, IWebContentsRegistry webContents)
    {
        ipcMain.On("work", async (e, arguments) =>
        {
            await Task.Yield();
            e.Reply("done", "to the frame that sent");             // silent if it is gone
            e.Sender.Send("done", "to its window's main frame");
            e.SenderFrame?.Send("done", "to the frame as it is now");
            webContents.SendToAll("done", "to every window");
        });
    }

    public static void Arrays(WebContents contents)
    {
        string[] paths = ["a.txt", "b.txt"];
        contents.Send("files", paths);                          // one argument: ['a.txt', 'b.txt']
        contents.Send("files", paths, 2);                       // two
        contents.Send("files", arguments: paths);               // two: 'a.txt' and 'b.txt'
    }

    public static void Sync(IIpcMain ipcMain)
    {
        ipcMain.On("version", (e, arguments) => e.ReturnValue = "1.0");
        ipcMain.On("version", (e, arguments) =>
        {
            if (!e.TryReturn("2.0"))
            {
                Console.WriteLine("There is an answer already: the first one counts.");
            }
        });
    }

    public static void Failing(IIpcMain ipcMain)
    {
        ipcMain.Handle("fail", int (IpcMainInvokeEvent e) => throw new IpcException("no disk left") { Name = "QuotaError" });
    }

    public static void Cancelling(IIpcMain ipcMain)
    {
        ipcMain.Handle("slow", async (IpcMainInvokeEvent e) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(1), e.Aborted);  // the page is gone: the answer is not awaited
            return "late";
        });
    }
}
