using IpcApp.Tests.Dispatch;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Windows;

/// <summary>A fresh app, with its windows as C# sees them.</summary>
public abstract class WindowTest : AppTest
{
    protected IBrowserWindows Windows => Get<IBrowserWindows>();

    protected T Get<T>()
        where T : notnull
        => App.Services.GetRequiredService<T>();

    /// <summary>The double of a window.</summary>
    protected FakeWindow Double(BrowserWindow window) => App.Windows.Single(candidate => candidate.WindowId == window.Id);
}
