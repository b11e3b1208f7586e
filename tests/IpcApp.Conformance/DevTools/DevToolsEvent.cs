using System.Text.Json;

namespace IpcApp.Conformance.DevTools;

/// <summary>An event of the DevTools protocol.</summary>
/// <param name="Session">The session it is of; empty for the browser's own.</param>
internal sealed record DevToolsEvent(string Session, string Method, JsonElement Parameters);
