using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary><c>IpcApp:NullElements</c>, for delegates on a fake window.</summary>
public sealed class NullElementSettingTests
{
    private static readonly IpcValue Names = new IpcArray(["a", IpcValue.Null]);

    [Theory]
    [InlineData("--IpcApp:NullElements=Allow", true)]
    [InlineData("--IpcApp:NullElements=refuse", false)]
    [InlineData("--verbose", false)]
    public async Task The_setting_decides_whether_null_is_passed_on(string argument, bool isAllowed)
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = [argument] });
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        ipcMain.Handle("names", (IpcMainInvokeEvent e, string[] names) => names.Length);
        ipcMain.Handle("table", (IpcMainInvokeEvent e, Dictionary<int, List<string>> table) => table.Count);
        ipcMain.On("names", (IpcMainEvent e, List<string> names) => e.ReturnValue = names.Count);
        var page = app.Window("main").MainFrame;
        IpcValue table = new IpcMap { { 1, Names } };

        if (isAllowed)
        {
            Assert.Equal(2, await page.InvokeAsync<int>("names", Names));
            Assert.Equal(1, await page.InvokeAsync<int>("table", table));
            Assert.Equal(2, page.SendSync<int>("names", Names));
            return;
        }

        var error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("names", Names));
        Assert.Contains("argument 1 ('names') at $[1]: expected a string, got null, which", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("table", table));
        Assert.Contains("argument 1 ('table') at $[0][1]: expected a string, got null, which", error.Message, StringComparison.Ordinal);
        page.SendSync<IpcValue>("names", Names);
        Assert.Contains(app.Logs, entry => entry.Message.Contains("'names') at $[1]", StringComparison.Ordinal));
    }
}
