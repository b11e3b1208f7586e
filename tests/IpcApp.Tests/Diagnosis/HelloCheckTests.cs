using IpcApp.Internal.Diagnosis.Verification;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IpcApp.Tests.Diagnosis;

/// <summary>The packaged app's part of <c>verify</c>, with pages that do what the default preload does, or not.</summary>
public sealed class HelloCheckTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource<(HelloReport Report, int ExitCode)> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IpcTestApp _app = null!;

    private FakeFrame Page => _app.Windows[0].MainFrame;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_page_that_answers_both_ways_is_all_that_is_wanted()
    {
        await StartAsync();
        var word = await Page.NextAsync<string>(HelloCheck.Channel);

        Page.Send(HelloCheck.Channel, await Page.InvokeAsync<string>(HelloCheck.Channel, word, 200, "45.4.1", null));

        var (report, exitCode) = await _ended.Task;
        Assert.Equal((null, 0), (report.Failure, exitCode));
        Assert.Contains(("page", "app://local/"), report.Facts);
        Assert.Contains(("electron", "45.4.1"), report.Facts);
    }

    [Fact]
    public async Task Without_a_window_there_is_nobody_to_answer()
    {
        await StartAsync(("IpcApp:DefaultWindow", "false"));

        _time.Advance(Limit);

        Assert.Equal(("no-window", "The app has opened no window."), await FailureAsync());
    }

    [Fact]
    public async Task A_page_that_does_not_answer()
    {
        await StartAsync();
        await Page.NextAsync<string>(HelloCheck.Channel);

        _time.Advance(Limit);

        Assert.Equal(("preload", "The page has loaded, but its preload has not answered."), await FailureAsync());
    }

    [Fact]
    public async Task A_page_that_has_not_heard_the_word_proves_nothing()
    {
        await StartAsync();
        await Page.NextAsync<string>(HelloCheck.Channel);

        Assert.Null(await Page.InvokeAsync<string?>(HelloCheck.Channel, "guessed", 200, null, null));
        Page.Send(HelloCheck.Channel, "guessed");
        await _app.WhenIdleAsync();
        _time.Advance(Limit);

        Assert.Equal("preload", (await FailureAsync()).Stage);
    }

    [Fact]
    public async Task A_page_that_does_not_tell_the_answer_back()
    {
        await StartAsync();
        var word = await Page.NextAsync<string>(HelloCheck.Channel);
        await Page.InvokeAsync<string>(HelloCheck.Channel, word, 200, null, null);

        Page.Send(HelloCheck.Channel, word);
        await _app.WhenIdleAsync();
        _time.Advance(Limit);

        Assert.Equal(("reply", "The page has asked .NET, but not got the answer."), await FailureAsync());
    }

    [Fact]
    public async Task A_page_that_is_an_error_page()
    {
        await StartAsync();
        var word = await Page.NextAsync<string>(HelloCheck.Channel);

        await Page.InvokeAsync<string?>(HelloCheck.Channel, word, 404, null, null);

        Assert.Equal(("page", "The page 'app://local/' was answered with 404."), await FailureAsync());
    }

    [Fact]
    public async Task A_page_whose_process_is_gone_is_not_waited_for()
    {
        await StartAsync();

        _app.Services.GetRequiredService<ElectronNotices>().Raise(
            ElectronNotice.Parse("""{ "type": "error", "source": "render-process-gone", "message": "It is gone." }"""u8));

        Assert.Equal(("page", "The page has failed: It is gone."), await FailureAsync());
    }

    [Fact]
    public async Task Nobody_else_can_use_the_channel()
    {
        await StartAsync();
        var ipcMain = _app.Services.GetRequiredService<IIpcMain>();

        Assert.Throws<ArgumentException>(() => ipcMain.On(HelloCheck.Channel, _ => { }));
        Assert.Throws<ArgumentException>(() => ipcMain.Handle(HelloCheck.Channel, _ => 1));
    }

    private async Task StartAsync(params (string Name, string Value)[] settings)
    {
        var options = new IpcTestAppOptions
        {
            ConfigureServices = services => services.AddSingleton<IConnectionObserver>(provider => new HelloCheck(
                Limit,
                provider.GetRequiredService<Emitter>(),
                provider.GetRequiredService<FrameTree>(),
                _time,
                (line, exitCode) => _ended.SetResult((HelloReport.Parse(line)!, exitCode)))),
        };
        foreach (var (name, value) in settings)
        {
            options.Settings[name] = value;
        }

        _app = await IpcTestApp.StartAsync<Program>(options);
    }

    private async Task<(string Stage, string Message)> FailureAsync()
    {
        var (report, exitCode) = await _ended.Task;
        Assert.Equal(1, exitCode);
        return (report.Failure!.Stage, report.Failure.Message);
    }
}
