using IpcApp.Testing;
using IpcApp.TestApp.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Testing.Recording;

/// <summary>Recordings of the test app, replayed.</summary>
public sealed class ReplayTests : RecordingTest
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_app_does_the_same(bool payloads)
    {
        var recording = await RecordAsync(payloads, ActAsync);
        var report = await ReplayAsync(recording);
        Assert.Equal("", string.Join('\n', report.Differences));
        Assert.Equal(recording.Messages.Count(message => message.Outcome is not null), report.MessagesSent);
        Assert.True(report.MessagesCompared > report.MessagesSent);
        Assert.Empty(report.Notes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_main_gives_out_the_pages_bring_back(bool payloads)
    {
        var recording = await RecordAsync(payloads, async app =>
        {
            Store(app);
            var page = app.Window("main").MainFrame;
            var first = await page.InvokeAsync<string>("store:add", "milk");
            var second = await page.InvokeAsync<string>("store:add", "bread");
            Assert.Equal("bread", await page.InvokeAsync<string>("store:get", second));
            Assert.Equal("milk", await page.InvokeAsync<string>("store:get", first));
        });
        var report = await ReplayAsync(recording, prepare: Store);

        // Ids that were kept are those of the recorded run, and unknown now; redacted ones are those of this run.
        Assert.Equal(payloads ? 4 : 0, report.Differences.Count);
    }

    [Fact]
    public async Task Messages_that_overlapped_overlap_again()
    {
        static void Meet(IpcTestApp app)
        {
            var other = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            IpcMain(app).Handle("meet:first", (IpcMainInvokeEvent e) => other.Task);
            IpcMain(app).On("meet:second", (e, arguments) => other.SetResult("met"));
        }

        var recording = await RecordAsync(payloads: true, async app =>
        {
            Meet(app);
            var page = app.Window("main").MainFrame;
            var first = page.InvokeAsync<string>("meet:first");
            page.Send("meet:second");
            await first;
            await page.InvokeAsync("echo:nothing");
        });
        (await ReplayAsync(recording, prepare: Meet)).AssertNoDifferences();
    }

    [Fact]
    public async Task What_came_after_an_answer_comes_after_it_again()
    {
        static List<string> Track(IpcTestApp app)
        {
            var log = new List<string>();
            IpcMain(app).Handle("slow", async (IpcMainInvokeEvent e) =>
            {
                await Task.Yield();
                await Task.Delay(20);
                log.Add("slow");
                return 1;
            });
            IpcMain(app).Handle("quick", (IpcMainInvokeEvent e) =>
            {
                log.Add("quick");
                return 2;
            });
            return log;
        }

        var recording = await RecordAsync(payloads: true, async app =>
        {
            Track(app);
            await app.Window("main").MainFrame.InvokeAsync("slow");
            await app.OpenWindow().MainFrame.InvokeAsync("quick");
        });
        List<string>? order = null;
        (await ReplayAsync(recording, prepare: app => order = Track(app))).AssertNoDifferences();
        Assert.Equal(["slow", "quick"], order!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Windows_frames_and_crashes_come_back(bool payloads)
    {
        static List<string> Watch(IpcTestApp app)
        {
            var senders = new List<string>();
            IpcMain(app).WithSenderPolicy(IpcSenderPolicy.AnySender).Handle("who", (IpcMainInvokeEvent e) =>
            {
                senders.Add($"{e.SenderInfo.Url} {e.SenderInfo.Origin} {e.SenderInfo.IsMainFrame} {e.SenderInfo.Detached}");
                return e.SenderInfo.Parents.Count;
            });
            return senders;
        }

        List<string>? recorded = null;
        var recording = await RecordAsync(payloads, async app =>
        {
            recorded = Watch(app);
            var window = app.OpenWindow("app://local/first.html", subFrames: true);
            await window.MainFrame.InvokeAsync("who");
            var iframe = window.MainFrame.AddFrame("https://example.com/a");
            await iframe.InvokeAsync("who");
            var inner = iframe.AddFrame("about:srcdoc", origin: "null");
            await inner.InvokeAsync("who");
            iframe.Navigate("https://example.org/b");
            await iframe.InvokeAsync("who");
            iframe.Remove();
            window.MainFrame.Navigate("app://local/second.html");
            await window.MainFrame.InvokeAsync("who");
            var leaving = window.MainFrame.Detach("app://local/third.html");
            await leaving.InvokeAsync("who");
            leaving.Remove();
            await window.MainFrame.InvokeAsync("who");
            window.Crash();
            window.Reload();
            await window.MainFrame.InvokeAsync("who");
            window.Close();
        });
        List<string>? replayed = null;
        (await ReplayAsync(recording, prepare: app => replayed = Watch(app))).AssertNoDifferences();
        Assert.Equal(8, recorded!.Count);
        Assert.Equal(recorded, replayed!);
    }

    [Fact]
    public async Task Windows_that_the_app_opens_are_left_to_it()
    {
        static void Opener(IpcTestApp app) => IpcMain(app).Handle("open", async (IpcMainInvokeEvent e) =>
        {
            var window = await app.Services.GetRequiredService<IBrowserWindows>().CreateAsync();
            await window.LoadUrlAsync("app://local/opened.html");
        });

        var recording = await RecordAsync(payloads: false, async app =>
        {
            Opener(app);
            await app.Window("main").MainFrame.InvokeAsync("open");
            await app.Windows[1].MainFrame.InvokeAsync<int>("echo:sum", 1, 2);
        });
        await using var again = await StartAsync();
        Opener(again);
        (await again.ReplayAsync(recording)).AssertNoDifferences();
        Assert.Equal(2, again.Windows.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ports_are_handed_over_and_used_again(bool payloads)
    {
        var recording = await RecordAsync(payloads, async app =>
        {
            var page = app.Window("main").MainFrame;
            var channel = new FakeMessageChannel(page);
            page.PostMessage("ports:echo", "name", channel.Port2);
            channel.Port1.Start();
            channel.Port1.PostMessage("one");
            await channel.Port1.NextAsync();
            channel.Port1.PostMessage("two");
            await channel.Port1.NextAsync();
            await page.InvokeAsync("ports:open");
            var opened = (await page.NextAsync("ports:opened")).Ports[0];
            opened.Start();
            opened.PostMessage("three");
            await opened.NextAsync();
            await opened.NextAsync();
            await opened.NextAsync();
        });
        Assert.Equal(5, recording.Lines.Count(line => line.Kind == "port-message-to-page"));
        (await ReplayAsync(recording)).AssertNoDifferences();
    }

    [Fact]
    public async Task One_recording_is_replayed_at_a_time_and_not_while_recording()
    {
        var recording = await RecordAsync(payloads: true, app => app.Window("main").MainFrame.InvokeAsync("echo:nothing"));
        await using var app = await StartRecordingAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => app.ReplayAsync(recording));
        Assert.StartsWith("The app is being recorded or replayed already.", error.Message, StringComparison.Ordinal);
    }

    private static async Task ActAsync(IpcTestApp app)
    {
        var page = app.Window("main").MainFrame;
        await page.InvokeAsync<Person>("echo:person", new Person("Ada", 36, DateTimeOffset.UnixEpoch));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => page.InvokeAsync<int>("echo:later", i, i % 5)));
        await page.InvokeAsync<IpcValue>("echo:value", new IpcArray([new IpcMap { { 1, "one" } }, new IpcSet(["x"]), new byte[] { 1, 2, 3 }]));
        page.Send("message:draft", "Hello");
        await page.NextAsync("message:draft-saved");
        page.SendSync<string>("message:version-later");
        page.SendSync<IpcValue>("message:no-answer");
        page.SendSync<IpcValue>("fail:sync-answer");
        await page.InvokeAsync<int>("message:broadcast", "news");
        await page.InvokeAsync<string>("slow:report");
        page.Send("fail:listener");
        foreach (var channel in new[] { "fail:sync", "fail:named", "fail:empty", "fail:uncloneable" })
        {
            await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync(channel));
        }

        await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("echo:sum", "two", 3));
        page.PostMessage("message:log", "posted");
    }

    private static void Store(IpcTestApp app)
    {
        var notes = new Dictionary<string, string>();
        IpcMain(app).Handle("store:add", (IpcMainInvokeEvent e, string text) =>
        {
            var id = Guid.NewGuid().ToString();
            notes.Add(id, text);
            return id;
        });
        IpcMain(app).Handle("store:get", (IpcMainInvokeEvent e, string id) => notes[id]);
    }
}
