using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IpcApp.Testing.Internal;

/// <summary>What Electron reports for the developer: messages that nothing takes, and what pages write to their consoles.</summary>
/// <param name="host">Sends the reports.</param>
/// <param name="channels">Knows what is bound.</param>
internal sealed class FakeDevelopment(FakeElectron host, FakeChannels channels)
{
    /// <summary>The levels of a console, the least one first.</summary>
    public static readonly string[] Levels = ["debug", "info", "warning", "error"];

    private readonly ConcurrentDictionary<(int Window, MessageSort Sort, string Channel), bool> _reported = new();
    private readonly ConditionalWeakTable<FakeWindow, ConsoleAllowance> _allowances = [];
    private volatile bool _isOn;
    private volatile string? _console;

    /// <summary>Sets whether the app runs in development.</summary>
    public bool IsOn
    {
        set => _isOn = value;
    }

    /// <summary>The least level of what pages write to their consoles that the app wants; null for nothing.</summary>
    public string? ConsoleLevel
    {
        set => _console = value;
    }

    /// <summary>Reports a message that nothing takes: each channel of a window once, and never one that something took before.</summary>
    public void ReportUnheard(FakeFrame frame, MessageSort sort, string channel)
    {
        var name = channel[..Math.Min(channel.Length, ElectronSideLimits.UnheardNameLength)];
        if (_isOn && !channels.WasBound(sort, channel) && _reported.Count < ElectronSideLimits.UnheardReports
            && _reported.TryAdd((frame.Window.Id, sort, name), true))
        {
            var kind = JsonNamingPolicy.CamelCase.ConvertName(sort.ToString());
            // The channels that the app's own JavaScript listens on: here there is none.
            var listening = Array.Empty<string>();
            host.Notify(new { type = "unheard", kind, channel = name, contents = frame.Window.Id, url = frame.Url, listening });
        }
    }

    public void ReportConsole(FakeFrame frame, string level, string message, string? source, int line)
    {
        if (_console is not { } least || Array.IndexOf(Levels, level) < Array.IndexOf(Levels, least))
        {
            return;
        }

        var allowance = _allowances.GetValue(frame.Window, _ => new ConsoleAllowance(host.Time));
        if (!allowance.TryTake(out var isLast))
        {
            return;
        }

        var shown = Cut(message, ElectronSideLimits.ConsoleMessageLength) + (isLast ? " (more of this window is left out for now)" : "");
        var place = Cut(source ?? frame.Url, ElectronSideLimits.ConsoleAddressLength);
        host.Notify(new { type = "console", contents = frame.Window.Id, level, message = shown, source = place, line });
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length] + "…";
}
