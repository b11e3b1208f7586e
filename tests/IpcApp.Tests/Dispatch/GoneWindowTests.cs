using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>What is asked of windows that are gone keeps nothing.</summary>
public sealed class GoneWindowTests : AppTest
{
    [Fact]
    public async Task An_emitter_that_is_asked_for_after_its_window_has_closed_binds_nothing()
    {
        var contents = App.Services.GetRequiredService<IWebContentsRegistry>().GetAllWebContents().Single();
        App.OpenWindow();
        var frame = contents.MainFrame;
        App.Window("main").Close();
        contents.Ipc.Handle("late", (_, _) => new ValueTask<object?>(1));
        frame.Ipc.Handle("late", (_, _) => new ValueTask<object?>(1));

        Assert.True(contents.Ipc.HasHandler("late"));
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => App.Windows[0].MainFrame.InvokeAsync("late"));
        Assert.Equal("Error invoking remote method 'late': Error: No handler registered for 'late'", error.Message);
    }
}
