namespace IpcApp.Docs.Tests.Snippets;

public static class Ports
{
    public static void FromAPage(IIpcMain ipcMain)
    {
        ipcMain.On("notes:port", (e, arguments) =>
        {
            var port = e.Ports[0];
            port.Message += (_, message) => port.PostMessage($"got {message.GetData<string>()}");
            port.Closed += (_, _) => Console.WriteLine("The page has closed its end, or is gone.");
            port.Start();                                   // nothing comes before (S134)
        });
    }

    public static void ToAPage(WebContents contents)
    {
        var channel = new MessageChannelMain();
        contents.PostMessage("progress", null, channel.Port2);
        channel.Port1.PostMessage(50);                      // waits until the page has started its end (S135)
    }

    public static void BetweenPages(WebContents editor, WebContents preview)
    {
        var channel = new MessageChannelMain();
        editor.PostMessage("peer", null, channel.Port1);
        preview.PostMessage("peer", null, channel.Port2);   // from now on the two speak without main
    }
}
