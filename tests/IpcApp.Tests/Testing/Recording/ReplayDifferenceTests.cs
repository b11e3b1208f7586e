using IpcApp.Testing;

namespace IpcApp.Tests.Testing.Recording;

/// <summary>What a replay finds, and what it is told not to find.</summary>
public sealed class ReplayDifferenceTests : RecordingTest
{
    [Fact]
    public async Task The_report_tells_what_differs_and_where()
    {
        await RecordDraftAsync();
        var recording = Edit(lines => lines.Select(line => line
            .Replace("\"value\":{\"name\":\"Ada\",\"age\":37", "\"value\":{\"name\":\"Ava\",\"nick\":\"A\",\"age\":37", StringComparison.Ordinal)
            .Replace("QuotaError: not today", "QuotaError: not now", StringComparison.Ordinal)
            .Replace("[5,\"Hello\"]", "[6,\"Hello\"]", StringComparison.Ordinal)));
        var report = await ReplayAsync(recording);
        Assert.Equal(
            $"""
            The replay of '{File}' sent 3 messages and compared 4: 4 differences.
              1. line 5: invoke 'echo:person', main frame 1 (app://local/), at name
                 recorded: "Ava"
                 replayed: "Ada"
              2. line 5: invoke 'echo:person', main frame 1 (app://local/), at nick
                 recorded: "A"
                 replayed: nothing
              3. line 7: send-to-page 'message:draft-saved', main frame (app://local/), at [0]
                 recorded: 6
                 replayed: 5
              4. line 10: invoke 'fail:named', main frame 1 (app://local/)
                 recorded: QuotaError: not now
                 replayed: QuotaError: not today
            What differs on purpose, such as times and ids, can be left out by IpcReplayOptions.IgnorePath and IgnoreChannel.
            """,
            report.ToString());
        var error = Assert.Throws<IpcTestException>(report.AssertNoDifferences);
        Assert.Equal(report.ToString(), error.Message);
    }

    [Fact]
    public async Task A_message_that_is_not_sent_any_more_is_missing()
    {
        await RecordDraftAsync();
        var recording = Edit(lines => lines.Select(line => line.Replace("message:draft-saved", "message:gone", StringComparison.Ordinal)));
        var report = await ReplayAsync(recording, Impatient);
        Assert.Equal(
            [("message:gone", "[5,\"Hello\"]", "nothing was sent"), ("message:draft-saved", "nothing", "[5, 'Hello']")],
            report.Differences.Select(difference => (difference.Channel, difference.Expected, difference.Actual)));
    }

    [Fact]
    public async Task A_call_that_fails_now_differs_from_its_answer()
    {
        await RecordDraftAsync();
        var recording = Edit(lines => lines.Select(line => line.Replace("\"echo:person\"", "\"echo:gone\"", StringComparison.Ordinal)));
        var difference = Assert.Single((await ReplayAsync(recording)).Differences);
        Assert.StartsWith("answered {\"name\":\"Ada\",\"age\":37,", difference.Expected, StringComparison.Ordinal);
        Assert.Equal("failed: Error: No handler registered for 'echo:gone'", difference.Actual);
    }

    [Fact]
    public async Task A_listener_that_is_gone_or_refuses_differs()
    {
        var recording = await RecordAsync(payloads: true, async app =>
        {
            IpcMain(app).WithSenderPolicy(IpcSenderPolicy.AnySender).On("once-open", (e, a) => { });
            IpcMain(app).On("once-there", (e, a) => { });
            app.OpenWindow("https://example.com/").MainFrame.Send("once-open");
            await app.WhenIdleAsync(); // different frames run in parallel, and the report has the order of the recording
            app.Window("main").MainFrame.Send("once-there");
        });
        var report = await ReplayAsync(recording, prepare: app => IpcMain(app).On("once-open", (e, a) => { }));
        Assert.Equal(
            [("once-open", "handled", "refused"), ("once-there", "handled", "unheard")],
            report.Differences.Select(difference => (difference.Channel, difference.Expected, difference.Actual)));
    }

    [Fact]
    public async Task A_handler_that_does_not_end_any_more_has_no_answer()
    {
        static void Register(IpcTestApp app, Task end) => IpcMain(app).Handle("ends", (IpcMainInvokeEvent e) => end);

        var recording = await RecordAsync(payloads: true, app =>
        {
            Register(app, Task.CompletedTask);
            return app.Window("main").MainFrame.InvokeAsync("ends");
        });
        var end = new TaskCompletionSource();
        var options = new IpcReplayOptions { Timeout = TimeSpan.FromMilliseconds(100), QuietTime = TimeSpan.FromMilliseconds(50) };
        var report = await ReplayAsync(recording, options, app => Register(app, end.Task));
        end.SetResult();
        Assert.Equal("no answer", Assert.Single(report.Differences).Actual);
    }

    [Fact]
    public async Task A_replay_can_be_ended()
    {
        var recording = await RecordDraftAsync();
        var options = new IpcReplayOptions { CancellationToken = new CancellationToken(canceled: true) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReplayAsync(recording, options));
    }

    [Fact]
    public async Task Of_redacted_values_the_shape_counts()
    {
        static void Register(IpcTestApp app, object answer) => IpcMain(app).Handle("list", (IpcMainInvokeEvent e) => answer);

        var recording = await RecordAsync(payloads: false, app =>
        {
            Register(app, new { Notes = new object[] { "a", 1 }, Count = 2, Owner = "Ada" });
            return app.Window("main").MainFrame.InvokeAsync("list");
        });
        var same = await ReplayAsync(recording, prepare: app => Register(app, new { Notes = new object[] { "bcd", 77 }, Count = 0.5, Owner = "" }));
        same.AssertNoDifferences();
        var other = await ReplayAsync(recording, prepare: app => Register(app, new { Notes = new object[] { "a", "b" }, Count = (int?)null }));
        Assert.Equal(
            [("notes[1]", "\"whole(1) #2\"", "\"string(1) #2\""), ("count", "\"whole(1) #3\"", "null"), ("owner", "\"string(3) #4\"", "nothing")],
            other.Differences.Select(difference => (difference.Path, difference.Expected, difference.Actual)));
    }

    [Fact]
    public async Task Paths_and_channels_can_be_ignored()
    {
        static void Register(IpcTestApp app)
        {
            IpcMain(app).Handle("clock:list", (IpcMainInvokeEvent e) => new
            {
                At = Guid.NewGuid(),
                Notes = new[] { new { Id = Guid.NewGuid(), Text = "a" } },
            });
            IpcMain(app).Handle("clock:now", (IpcMainInvokeEvent e) => Guid.NewGuid());
        }

        var recording = await RecordAsync(payloads: true, async app =>
        {
            Register(app);
            await app.Window("main").MainFrame.InvokeAsync("clock:list");
            await app.Window("main").MainFrame.InvokeAsync("clock:now");
        });
        Assert.Equal(3, (await ReplayAsync(recording, prepare: Register)).Differences.Count);
        var options = new IpcReplayOptions().IgnorePath("clock:list", "notes[*].id").IgnorePath("at").IgnoreChannel("clock:n*");
        (await ReplayAsync(recording, options, Register)).AssertNoDifferences();
    }

    [Fact]
    public async Task Channels_can_be_skipped_and_values_provided()
    {
        var seen = new List<string>();
        void Register(IpcTestApp app) => IpcMain(app).On("take", (IpcMainEvent e, string name, int number) => seen.Add($"{name} {number}"));

        var recording = await RecordAsync(payloads: false, app =>
        {
            Register(app);
            app.Window("main").MainFrame.Send("take", "Ada", 7);
            app.Window("main").MainFrame.Send("message:log", "skipped");
            return Task.CompletedTask;
        });
        seen.Clear();
        var report = await ReplayAsync(recording, new IpcReplayOptions().SkipChannel("message:*").Provide("take", "[0]", "Grace"), Register);
        report.AssertNoDifferences();
        Assert.Equal(1, report.MessagesSent);
        Assert.StartsWith("Grace ", Assert.Single(seen), StringComparison.Ordinal);
    }

    private Task<IpcRecording> RecordDraftAsync() => RecordAsync(payloads: true, async app =>
    {
        var page = app.Window("main").MainFrame;
        await page.InvokeAsync("echo:person", new TestApp.Handlers.Person("Ada", 36));
        page.Send("message:draft", "Hello");
        await app.WhenIdleAsync();
        await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("fail:named"));
    });
}
