using System.Text.Json;

namespace IpcApp.Testing.Internal;

/// <summary>Carries out the app's control messages, as the host does.</summary>
internal sealed class FakeCommands(FakeHost host, FakeChannels channels, FakeEndpoints endpoints, FakeDevelopment development)
{
    /// <summary>How long a sendSync waits; for ever while a debugger is attached.</summary>
    public TimeSpan SyncDeadline { get; private set; } = Timeout.InfiniteTimeSpan;

    public void Obey(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var command = document.RootElement;
        switch (command.GetProperty("type").GetString())
        {
            case "configure":
                development.Configure(command);
                channels.AllowOrigins(command.GetProperty("allowedOrigins").EnumerateArray().Select(origin => origin.GetString()!));
                var deadline = command.GetProperty("syncDeadlineMs").GetDouble();
                host.Lifecycle.QuitsWithLastWindow = command.GetProperty("quitWhenAllWindowsClosed").GetBoolean();
                SyncDeadline = deadline > 0 ? TimeSpan.FromMilliseconds(deadline) : Timeout.InfiniteTimeSpan;
                break;
            case "endpoints":
                endpoints.Use(command);
                break;
            case "bind":
                channels.Bind(command);
                break;
            case "watch":
                channels.Watch(command);
                break;
            case "window":
                host.OpenWindow(FakeWindowOptions.Read(command.GetProperty("options")) with
                {
                    Name = command.GetProperty("name").GetString(),
                    Url = command.GetProperty("url").GetString()!,
                });
                break;
            case "hear":
                host.Lifecycle.Hear(command);
                break;
            case "call":
                host.Requests.CarryOut(command);
                break;
        }
    }
}
