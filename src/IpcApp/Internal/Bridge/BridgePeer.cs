using System.Text.Json;

namespace IpcApp.Internal.Bridge;

/// <summary>What Electron said about itself in the handshake.</summary>
/// <param name="V8Version">The version of V8's serialization format that it writes.</param>
/// <param name="Limits">What it takes.</param>
/// <param name="Info">Its own words: an object with at least <c>pid</c>.</param>
internal sealed record BridgePeer(int V8Version, ReceiveLimits Limits, JsonElement Info);
