namespace IpcApp.Internal.Bridge;

/// <summary>Anything that goes wrong with the bridge. The message names the thing and the way out.</summary>
internal class BridgeException(string message, Exception? inner = null) : IOException(message, inner);

/// <summary>The rendezvous cannot be used: the directory, the path of the socket, the secret file.</summary>
internal sealed class BridgeAddressException(string message, Exception? inner = null) : BridgeException(message, inner);

/// <summary>The other side did not prove in time that it is the one that was meant.</summary>
internal sealed class BridgeHandshakeException(string message, Exception? inner = null) : BridgeException(message, inner);

/// <summary>The other side sent bytes that break the protocol.</summary>
internal sealed class BridgeProtocolException(string message) : BridgeException(message);
