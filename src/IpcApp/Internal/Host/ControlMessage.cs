using System.Text.Json;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Http;

namespace IpcApp.Internal.Host;

/// <summary>A JSON message of the control lane to the host; <c>docs/protocol.md</c> lists them.</summary>
internal sealed record ControlMessage(string Type, Action<Utf8JsonWriter> WriteMembers)
{
    public static ControlMessage Bind(string channel, uint number, ChannelState state) => new("bind", json =>
    {
        json.WriteString("channel", channel);
        json.WriteNumber("number", number);
        json.WriteBoolean("invoke", state.HasHandler);
        json.WriteBoolean("listen", state.HasListener);
    });

    public static ControlMessage Configure(HostConfiguration configuration) => new("configure", json =>
    {
        json.WriteBoolean("development", configuration.Development);
        json.WriteStartArray("allowedOrigins");
        foreach (var origin in configuration.AllowedOrigins)
        {
            json.WriteStringValue(origin);
        }

        json.WriteEndArray();
        json.WriteStartObject("limits");
        json.WriteNumber("maxMessageBytes", configuration.Limits.MaxMessageBytes);
        json.WriteNumber("maxPendingInvokesPerFrame", configuration.Limits.MaxPendingInvokesPerFrame);
        json.WriteBoolean("closeWindowOnOverload", configuration.Limits.CloseWindowOnOverload);
        json.WriteEndObject();
        json.WriteNumber("syncDeadlineMs", configuration.SyncDeadline?.TotalMilliseconds ?? 0);
        json.WriteNumber("graceMs", configuration.Grace.TotalMilliseconds);
        json.WriteString("contentSecurityPolicy", configuration.ContentSecurityPolicy);
    });

    public static ControlMessage Window(string name, IpcWindowOptions window, bool showWindows, bool devTools) => new("window", json =>
    {
        json.WriteString("name", name);
        json.WriteString("url", window.Url);
        json.WriteStartObject("options");
        json.WriteNumber("width", window.Width);
        json.WriteNumber("height", window.Height);
        WriteOptional(json, "minWidth", window.MinWidth);
        WriteOptional(json, "minHeight", window.MinHeight);
        WriteOptional(json, "title", window.Title);
        WriteOptional(json, "preload", window.Preload);
        WriteOptional(json, "partition", window.Partition);
        json.WriteBoolean("subFrames", window.SubFrames);
        json.WriteBoolean("show", showWindows);
        json.WriteBoolean("devTools", devTools);
        json.WriteEndObject();
    });

    /// <summary>The second socket, and what makes requests there the host's.</summary>
    public static ControlMessage Endpoints(EndpointAddress address, RunSecret secret) => new("endpoints", json =>
    {
        json.WriteString("address", address.Text);
        json.WriteString("secret", secret.Value);
    });

    public static ControlMessage Quit(int code) => new("quit", json => json.WriteNumber("code", code));

    public PayloadWriter ToPayload()
    {
        var payload = new PayloadWriter();
        using var json = new Utf8JsonWriter(payload);
        json.WriteStartObject();
        json.WriteString("type", Type);
        WriteMembers(json);
        json.WriteEndObject();
        return payload;
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
