using System.Text.Json;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Wire;

/// <summary>A JSON message of the control lane to Electron; <c>docs/internals/protocol.md</c> lists them.</summary>
internal sealed record ControlMessage(string Type, Action<Utf8JsonWriter> WriteMembers)
{
    /// <param name="channel">The channel.</param>
    /// <param name="number">Its number in messages.</param>
    /// <param name="handlers">The policies of its handlers. Must not change any more, since the message may be written later.</param>
    /// <param name="listeners">The policies of its listeners; likewise.</param>
    public static ControlMessage Bind(string channel, uint number, IpcSenderPolicy[] handlers, IpcSenderPolicy[] listeners) => new("bind", json =>
    {
        json.WriteString("channel", channel);
        json.WriteNumber("number", number);
        json.WriteBoolean("invoke", handlers.Length > 0);
        json.WriteBoolean("listen", listeners.Length > 0);
        WritePolicies(json, "invokeFrom", handlers);
        WritePolicies(json, "listenFrom", listeners);
    });

    public static ControlMessage Watch(int contents, bool send, bool sendSync) => new("watch", json =>
    {
        json.WriteNumber("contents", contents);
        json.WriteBoolean("send", send);
        json.WriteBoolean("sendSync", sendSync);
    });

    public static ControlMessage Configure(ElectronConfiguration configuration) => new("configure", json =>
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
        json.WriteNumber("shutdownMs", Milliseconds(configuration.ShutdownTimeout));
        json.WriteBoolean("quitWhenAllWindowsClosed", configuration.QuitWhenAllWindowsClosed);
        json.WriteString("contentSecurityPolicy", configuration.ContentSecurityPolicy);
        json.WriteString("pageConsole", configuration.PageConsole);
    });

    public static ControlMessage Window(string name, IpcWindowOptions window, bool showWindows, bool devTools) => new("window", json =>
    {
        json.WriteString("name", name);
        json.WriteString("url", window.Url);
        window.WriteTo(json, "options", showWindows, devTools);
    });

    /// <param name="call">The id that its result will have; 0 if none is wanted.</param>
    /// <param name="action">A name of <see cref="RemoteAction"/>.</param>
    /// <param name="arguments">Writes the members of its arguments.</param>
    public static ControlMessage Call(uint call, string action, Action<Utf8JsonWriter> arguments) => new("call", json =>
    {
        json.WriteNumber("call", call);
        json.WriteString("action", action);
        json.WriteStartObject("arguments");
        arguments(json);
        json.WriteEndObject();
    });

    /// <summary>The second socket, and what makes requests there Electron's.</summary>
    public static ControlMessage Endpoints(EndpointAddress address, RunSecret secret) => new("endpoints", json =>
    {
        json.WriteString("address", address.Text);
        json.WriteString("secret", secret.Value);
    });

    /// <param name="name">Electron's name of an event that has an effect by being heard.</param>
    /// <param name="isHeard">Whether it has subscribers from now on.</param>
    public static ControlMessage Hear(string name, bool isHeard) => new("hear", json =>
    {
        json.WriteString("event", name);
        json.WriteBoolean("isHeard", isHeard);
    });

    /// <summary>Everything that a page needs has been said: what pages have asked for is answered from now on.</summary>
    public static ControlMessage Started() => new("started", _ => { });

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

    /// <summary>As a timer of Electron can wait for; without a limit, the longest.</summary>
    private static long Milliseconds(TimeSpan time)
        => time == Timeout.InfiniteTimeSpan ? int.MaxValue : (long)Math.Clamp(time.TotalMilliseconds, 0, int.MaxValue);

    /// <summary>Left out where only the default's senders are accepted, which is nearly always.</summary>
    private static void WritePolicies(Utf8JsonWriter json, string name, IpcSenderPolicy[] policies)
    {
        if (policies.All(policy => policy.Equals(IpcSenderPolicy.Default)))
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var policy in policies)
        {
            json.WriteStartObject();
            json.WriteBoolean("anySender", policy.AllowsAnySender);
            json.WriteBoolean("subFrames", policy.AllowsSubFrames);
            json.WriteStartArray("origins");
            foreach (var origin in policy.Origins)
            {
                json.WriteStringValue(origin);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
