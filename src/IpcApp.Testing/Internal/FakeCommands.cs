using System.Text.Json;

namespace IpcApp.Testing.Internal;

/// <summary>Carries out the app's control messages, as Electron does.</summary>
internal sealed class FakeCommands
{
    private readonly Dictionary<string, Action<JsonElement>> _commands;
    private readonly Dictionary<string, Action<JsonElement>> _settings;

    public FakeCommands(FakeElectron host, FakeChannels channels, FakeEndpoints endpoints, FakeDevelopment development, FakeLimits limits)
    {
        _commands = new()
        {
            ["configure"] = Configure,
            ["bind"] = channels.Bind,
            ["watch"] = channels.Watch,
            ["endpoints"] = endpoints.Use,
            ["window"] = host.OpenNamedWindow,
            ["close"] = command => host.Windows.FirstOrDefault(window => window.Name == command.GetProperty("window").GetString())?.Close(),
            ["hear"] = host.Lifecycle.Hear,
            ["call"] = host.Requests.CarryOut,
            ["started"] = _ => { }, // no page has asked for anything before
            ["quit"] = _ => host.End(),
        };
        _settings = new()
        {
            ["development"] = value => development.IsOn = value.GetBoolean(),
            ["allowedOrigins"] = value => channels.AllowOrigins(value.EnumerateArray().Select(origin => origin.GetString()!)),
            ["limits"] = limits.Configure,
            ["syncDeadlineMs"] = value => SyncDeadline = DeadlineOf(value.GetDouble()),
            ["quitWhenAllWindowsClosed"] = value => host.Lifecycle.QuitsWithLastWindow = value.GetBoolean(),
            ["contentSecurityPolicy"] = value => endpoints.Policy = value.GetString(),
            ["pageConsole"] = value => development.ConsoleLevel = value.GetString(),
            ["graceMs"] = _ => { }, // another .NET process never comes
            ["shutdownMs"] = _ => { }, // there is no process that could end before the app's services have stopped
        };
    }

    /// <summary>The types of control messages.</summary>
    public IEnumerable<string> Types => _commands.Keys;

    /// <summary>The members of <c>configure</c>.</summary>
    public IEnumerable<string> Settings => _settings.Keys;

    /// <summary>How long a sendSync waits; for ever while a debugger is attached.</summary>
    public TimeSpan SyncDeadline { get; private set; } = Timeout.InfiniteTimeSpan;

    /// <summary>Carries out one message.</summary>
    /// <exception cref="NotSupportedException">The fake does not know it, or something in it.</exception>
    public void Apply(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var command = document.RootElement;
        var type = command.GetProperty("type").GetString()!;
        if (!_commands.TryGetValue(type, out var carryOut))
        {
            throw Unknown($"the control message '{type}'");
        }

        carryOut(command);
    }

    /// <summary>What the app asks for and the fake does not do: silence would let a test pass that shows nothing.</summary>
    /// <param name="what">The kind and name of the request.</param>
    public static NotSupportedException Unknown(string what)
        => new($"The fake windows do not know {what}. Use the same version of IpcApp.Testing as of IpcApp.");

    private void Configure(JsonElement command)
    {
        foreach (var setting in command.EnumerateObject().Where(setting => setting.Name != "type"))
        {
            if (!_settings.TryGetValue(setting.Name, out var take))
            {
                throw Unknown($"the member '{setting.Name}' of 'configure'");
            }

            take(setting.Value);
        }
    }

    private static TimeSpan DeadlineOf(double milliseconds)
        => milliseconds > 0 ? TimeSpan.FromMilliseconds(milliseconds) : Timeout.InfiniteTimeSpan;
}
