using System.Text.RegularExpressions;
using IpcApp.Testing;
using IpcApp.TestApp.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Testing.Recording;

/// <summary>What stands in a recording.</summary>
public sealed partial class RecordedTrafficTests : RecordingTest
{
    [Fact]
    public async Task Messages_both_ways_are_lines_in_the_order_in_which_they_passed()
    {
        await RecordAsync(payloads: true, async app =>
        {
            var page = app.Window("main").MainFrame;
            await page.InvokeAsync<int>("echo:sum", 2, 3);
            page.Send("message:draft", "Hello");
            await page.NextAsync("message:draft-saved");
            await app.WhenIdleAsync();
            page.SendSync<string>("message:version");
            await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("fail:named"));
        });
        Assert.Equal(
            """
            {"kind":"window","window":1,"name":"main"}
            {"kind":"frame","frame":1,"window":1,"node":1,"is":"main frame","url":"app://local/","origin":"app://local"}
            {"kind":"invoke","n":1,"frame":1,"channel":"echo:sum","args":[2,3]}
            {"kind":"answer","to":1,"value":5}
            {"kind":"send","n":2,"frame":1,"channel":"message:draft","args":["Hello"]}
            {"kind":"send-to-page","frame":1,"lane":1,"channel":"message:draft-saved","args":[5,"Hello"]}
            {"kind":"outcome","of":2,"outcome":"handled"}
            {"kind":"sendSync","n":3,"frame":1,"channel":"message:version","args":[]}
            {"kind":"answer","to":3,"value":"1.0"}
            {"kind":"invoke","n":4,"frame":1,"channel":"fail:named","args":[]}
            {"kind":"answer","to":4,"error":"QuotaError: not today"}
            {"kind":"end"}
            """,
            Lines());
    }

    [Fact]
    public async Task Without_payloads_contents_are_left_out()
    {
        await RecordAsync(payloads: false, async app =>
        {
            var page = app.Window("main").MainFrame;
            page.Navigate("app://local/note.html?owner=SECRET#SECRET");
            await page.InvokeAsync<Person>("echo:person", new Person("SECRET", 4711));
            await page.InvokeAsync<IpcValue>("echo:value", new IpcObject
            {
                ["key"] = "SECRET",
                ["SECRET@example.com"] = new IpcMap { { "SECRET", new IpcSet(["SECRET"]) } },
                ["error"] = new IpcError("TypeError", "SECRET", "SECRET", "SECRET"),
                ["list"] = new IpcArray([4711, 47.11, -4711, 4711e10, true, IpcValue.Null, IpcValue.Undefined]),
                ["bytes"] = new byte[] { 83, 69, 67, 82, 69, 84 },
                ["more"] = new IpcArray([new IpcRegExp("SECRET"), new IpcBoxed("SECRET"), new IpcDate(4711), new IpcBigInt(4711)]),
            });
            IpcMain(app).Handle("secret", string (IpcMainInvokeEvent e) => throw new InvalidOperationException("not for 'SECRET'"));
            await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("secret"));
            await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("echo:sum", "SECRET", 1));
            page.AddFrame("file:///home/SECRET/notes.html", name: "SECRET");
        });
        var text = await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", text, StringComparison.Ordinal);
        Assert.DoesNotContain("U0VDUkVU", text, StringComparison.Ordinal);
        Assert.Contains(
            """{"key":"string(6) #1","(2)":{"$":"map","entries":[["string(6) #1",{"$":"set","values":["string(6) #1"]}]]}""",
            text, StringComparison.Ordinal);
        Assert.Contains("\"app://local/note.html?redacted#redacted\"", text, StringComparison.Ordinal);
        Assert.Contains("\"error\":\"Error: (16 characters)\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_becomes_of_a_send_is_told()
    {
        var recording = await RecordAsync(payloads: false, async app =>
        {
            var page = app.Window("main").MainFrame;
            var other = app.OpenWindow().MainFrame;
            await app.WhenIdleAsync();
            var elsewhere = app.Services.GetRequiredService<IWebContentsRegistry>().FromId(other.Window.Id)!.Ipc;
            elsewhere.WithSenderPolicy(IpcSenderPolicy.AnySender).On("only-there", (e, a) => { });
            IpcMain(app).On("strict", (e, a) => { });
            elsewhere.WithSenderPolicy(IpcSenderPolicy.AnySender).On("strict", (e, a) => { });
            page.Send("message:log", "heard");
            page.Send("fail:listener");
            page.Send("only-there");
            var foreign = app.OpenWindow("https://example.com/").MainFrame;
            foreign.Send("strict");
            page.Send("message:log", 1); // no string
        });
        Assert.Equal(
            ["handled", "Error: (15 characters)", "unheard", "refused"],
            recording.Messages.Select(message => message.Outcome).Take(4));
        Assert.StartsWith("TypeError: (", recording.Messages[4].Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ways_of_windows_and_frames_are_told()
    {
        await RecordAsync(payloads: false, app =>
        {
            var window = app.OpenWindow();
            var iframe = window.MainFrame.AddFrame("https://example.com/");
            iframe.Remove();
            window.MainFrame.Navigate("app://local/next.html");
            window.Crash("killed", 9);
            window.Reload();
            window.Close();
            return Task.CompletedTask;
        });
        Assert.Equal(
            """
            {"kind":"window","window":1,"name":"main"}
            {"kind":"frame","frame":1,"window":1,"node":1,"is":"main frame","url":"app://local/","origin":"app://local"}
            {"kind":"window","window":2}
            {"kind":"frame","frame":2,"window":2,"node":2,"is":"main frame","url":"app://local/","origin":"app://local"}
            {"kind":"frame","frame":3,"window":2,"node":3,"is":"iframe","parent":2,"url":"https://example.com/","origin":"https://example.com"}
            {"kind":"frame-gone","frame":3,"reason":"removed"}
            {"kind":"frame-gone","frame":2,"reason":"navigated"}
            {"kind":"frame","frame":4,"window":2,"node":2,"is":"main frame","url":"app://local/next.html","origin":"app://local"}
            {"kind":"frame-gone","frame":4,"reason":"crashed"}
            {"kind":"crash","window":2,"reason":"killed","exitCode":9}
            {"kind":"frame","frame":5,"window":2,"node":2,"is":"main frame","url":"app://local/next.html","origin":"app://local"}
            {"kind":"frame-gone","frame":5,"reason":"destroyed"}
            {"kind":"window-closed","window":2}
            {"kind":"end"}
            """,
            Lines());
    }

    private string Lines()
        => string.Join('\n', System.IO.File.ReadAllLines(File).Skip(1).Select(line => Milliseconds().Replace(line, "", 1)));

    [GeneratedRegex(@"""ms"":[\d.]+,")]
    private static partial Regex Milliseconds();
}
