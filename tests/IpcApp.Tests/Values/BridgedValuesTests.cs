using IpcApp.Internal.Session;
using IpcApp.Tests.Bridge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace IpcApp.Tests.Values;

/// <summary>Values on the whole way: host's code in a real Node, bridge, dispatcher, handler, and back (S124).</summary>
public sealed class BridgedValuesTests
{
    private const int MiB = 1024 * 1024;
    private const string TooLarge = "Error: The message is larger than IpcApp:Limits:MaxMessageBytes allows.";

    [Fact]
    public async Task Bytes_and_texts_of_every_size_come_back_and_are_sent()
    {
        int[] sizes = [0, 1, 65535, 65536, 65537, (256 * 1024) + 3, (3 * MiB) + 1, 64 * MiB];
        Assert.Equal("same", (await RunAsync("echo", sizes)).AsString());
    }

    [Fact]
    public async Task Just_above_the_limit_the_error_names_the_setting_and_nothing_is_sent()
    {
        var ends = (IpcArray)await RunAsync("limit", [MiB - 100, MiB, 10], "--IpcApp:Limits:MaxMessageBytes=1048576");
        Assert.Equal($"{MiB - 100} bytes, sent", ends[0].AsString());
        Assert.Equal(TooLarge, ends[1].AsString());
        Assert.Equal("10 bytes, sent", ends[2].AsString());
    }

    private static async Task<IpcValue> RunAsync(string task, int[] sizes, params string[] arguments)
    {
        var report = new TaskCompletionSource<IpcValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = IpcApplication.CreateBuilder(["--IpcApp:Host=none", .. arguments]);
        builder.Logging.ClearProviders();
        builder.Services.Replace(ServiceDescriptor.Singleton<IElectronConnector>(services =>
            new NodeHostConnector(services.GetRequiredService<IpcAppOptions>(), task, sizes)));
        var app = builder.Build();
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        ipcMain.Handle("echo", (IpcMainInvokeEvent e, IpcValue value) =>
        {
            e.Sender.Send("sent", value);
            return value;
        });
        ipcMain.Handle("make", (IpcMainInvokeEvent e, int size) =>
        {
            var bytes = new byte[size];
            e.Sender.Send("sent", bytes);
            return bytes;
        });
        ipcMain.On("report", (IpcMainEvent e, IpcValue result) => report.TrySetResult(result));
        await app.StartAsync(TestContext.Current.CancellationToken);
        try
        {
            return await report.Task.OrFail();
        }
        finally
        {
            await app.StopAsync(TestContext.Current.CancellationToken);
            await app.DisposeAsync();
        }
    }
}
