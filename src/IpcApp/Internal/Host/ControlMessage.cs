using System.Text.Json;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Windows;

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
        window.WriteTo(json, "options", showWindows, devTools);
    });

    /// <param name="call">The id that its result will have; 0 if none is wanted.</param>
    /// <param name="action">A name of <see cref="HostAction"/>.</param>
    /// <param name="arguments">Writes the members of its arguments.</param>
    public static ControlMessage Call(uint call, string action, Action<Utf8JsonWriter> arguments) => new("call", json =>
    {
        json.WriteNumber("call", call);
        json.WriteString("action", action);
        json.WriteStartObject("arguments");
        arguments(json);
        json.WriteEndObject();
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
}
