using IpcApp.Internal.Codec;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;

namespace IpcApp.Internal.Session;

/// <summary>What the messages of every connection need of the app.</summary>
/// <param name="Channels">The numbers of channel names.</param>
/// <param name="Pending">Counts messages until they are handled.</param>
/// <param name="Serializer">Writes answers.</param>
internal sealed record MessageDependencies(ChannelTable Channels, PendingWork Pending, IpcSerializer Serializer);
