using System.Collections.Concurrent;
using System.Text.Json;
using IpcApp.Internal.Host;

namespace IpcApp.Testing.Internal;

/// <summary>What the host reports for the developer: messages that nothing takes, and what pages write to their consoles.</summary>
/// <param name="host">Sends the reports.</param>
/// <param name="channels">Knows what is bound.</param>
internal sealed class FakeDevelopment(FakeHost host, FakeChannels channels)
{
    private const int MaxReports = 100;

    /// <summary>The levels of a console, the least one first.</summary>
    private static readonly string[] Levels = ["debug", "info", "warning", "error"];

    private readonly ConcurrentDictionary<(int Window, MessageSort Sort, string Channel), bool> _reported = new();
    private volatile bool _isOn;
    private volatile string? _console;

    public void Configure(JsonElement command)
    {
        _isOn = command.GetProperty("development").GetBoolean();
        _console = command.GetProperty("pageConsole").GetString();
    }

    /// <summary>Reports a message that nothing takes: each channel of a window once, and never one that something took before.</summary>
    public void ReportUnheard(FakeFrame frame, MessageSort sort, string channel)
    {
        if (_isOn && !channels.WasBound(sort, channel) && _reported.Count < MaxReports
            && _reported.TryAdd((frame.Window.Id, sort, channel), true))
        {
            var kind = JsonNamingPolicy.CamelCase.ConvertName(sort.ToString());
            host.Notify(new { type = "unheard", kind, channel, contents = frame.Window.Id, url = frame.Url });
        }
    }

    public void ReportConsole(FakeFrame frame, string level, string message, string? source, int line)
    {
        if (_console is { } least && Array.IndexOf(Levels, level) >= Array.IndexOf(Levels, least))
        {
            host.Notify(new { type = "console", contents = frame.Window.Id, level, message, source = source ?? frame.Url, line });
        }
    }
}
