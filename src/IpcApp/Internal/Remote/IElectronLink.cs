using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Remote;

/// <summary>
/// The way out to whatever shows the pages: the bridge to a real Electron, or the fake of the test package. Everything above it
/// (dispatcher, codec, policy) is the same for both.
/// </summary>
internal interface IElectronLink
{
    /// <summary>
    /// Queues a message. Messages of one lane keep the order of the calls; a <see cref="MessageKind.Reply"/> is ordered against nothing.
    /// </summary>
    /// <param name="kind">What it is.</param>
    /// <param name="lane">The lane; ignored for replies.</param>
    /// <param name="id">The call that is answered, else 0.</param>
    /// <param name="payload">The bytes. Ownership passes to the link, also when it refuses.</param>
    /// <returns>Null if the message was taken, else the reason why not, as a sentence.</returns>
    string? Send(MessageKind kind, uint lane, uint id, PayloadWriter payload);
}
