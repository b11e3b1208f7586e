using System.Text.Json;

namespace IpcApp.Testing.Internal;

/// <summary>Ends the app as Electron's side does: windows and pages are asked, and any of them can cancel.</summary>
internal sealed class FakeLifecycle(FakeElectron host)
{
    private readonly Lock _attempt = new();
    private volatile bool _isQuitting;
    private volatile bool _isStopping;
    private volatile bool _isLastWindowHeard;

    /// <summary>The setting <c>IpcApp:QuitWhenAllWindowsClosed</c>.</summary>
    public bool QuitsWithLastWindow { get; set; } = true;

    /// <summary>The app has begun, or ceased, to listen to an event.</summary>
    public void Hear(JsonElement command)
    {
        if (command.GetProperty("event").GetString() == "window-all-closed")
        {
            _isLastWindowHeard = command.GetProperty("isHeard").GetBoolean();
        }
    }

    /// <summary>Electron's <c>app.quit</c>.</summary>
    /// <returns>Whether the app is ending.</returns>
    public bool Quit()
    {
        lock (_attempt) // several at the same time have the same outcome
        {
            if (_isStopping || _isQuitting)
            {
                return true;
            }

            _isQuitting = true;
            try
            {
                // All of them are asked, and those that do not object are closed, also when another one does.
                bool[] closed = [.. host.Windows.Select(window => window.Close())];
                if (closed.Contains(false))
                {
                    return false;
                }
            }
            finally
            {
                _isQuitting = false;
            }

            _isStopping = true;
        }

        host.Notify(new { type = "stop" });
        return true;
    }

    public void LastWindowClosed()
    {
        if (_isQuitting || _isStopping)
        {
            return;
        }

        if (_isLastWindowHeard)
        {
            host.Notify(new { type = "window-all-closed" });
        }
        else if (QuitsWithLastWindow)
        {
            Quit();
        }
    }
}
