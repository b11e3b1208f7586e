namespace IpcApp;

/// <summary>
/// How much a page may ask for, section <c>IpcApp:Limits</c>. Electron has no back-pressure, so over a limit an <c>invoke</c>
/// rejects, a <c>sendSync</c> answers an error, and a <c>send</c> is dropped and logged once.
/// </summary>
public sealed class IpcLimitOptions
{
    /// <summary>The size of one message in bytes, both ways. 128 MiB by default; 1 KiB to 256 MiB.</summary>
    public long MaxMessageBytes { get; set; } = 128L * 1024 * 1024;

    /// <summary>How many invokes of one frame may wait for their answers. 10,000 by default; 1 to 10,000,000.</summary>
    public int MaxPendingInvokesPerFrame { get; set; } = 10_000;

    /// <summary>
    /// How many bytes of one frame's messages may wait for their turn because a handler holds up the ones behind it, including those at
    /// the <see cref="MessagePortMain"/>s that the frame sends to. Each message counts 256 bytes more than it has. 256 MiB by default;
    /// 64 KiB to 16 GiB.
    /// </summary>
    /// <remarks>
    /// <para>The same limit holds for the memory that the arguments of the frame's messages take while they are handled: twice the size of
    /// the message, as text may have one byte for each character in it and has two in memory; about 32 bytes for each value and hole; and
    /// twice the text of JSON parameters. A message counts from the moment its arguments are bound until its call has ended, if that is more
    /// than 4 KiB. One message is always accepted if nothing else of its frame counts.</para>
    /// <para>A message of a port counts toward the frame that handed the port over, or that got its other end from C#. It waits until
    /// the port is started, and is handled until all subscribers have ended. A port whose frame is not known has the same limit for itself.
    /// </para>
    /// </remarks>
    public long MaxWaitingBytesPerFrame { get; set; } = 256L * 1024 * 1024;

    /// <summary>
    /// How many values one message of a page may become: 65,536 and this many for each byte of it. 16 by default; 1 to 1,024. A message over
    /// the limit is refused as one whose argument does not fit.
    /// </summary>
    /// <remarks>
    /// Holes of an array count, as each becomes a place of a C# collection. An object that is referred to several times counts once for each
    /// reference where the references become one C# object, and with its whole content where each becomes a copy, as in JSON. An
    /// <see cref="IpcValue"/> keeps holes and references as they are, so they do not count for it.
    /// </remarks>
    public int MaxValuesPerByte { get; set; } = 16;

    /// <summary>
    /// How many bytes of JSON the parameters of one message may need that are read as JSON, such as <c>JsonElement</c> and types with a
    /// <c>JsonConverter</c>: 8 MiB and this many for each byte of the message. 64 by default; 8 to 4,096. Each value counts 8 bytes more
    /// than its text has.
    /// </summary>
    public int MaxOutputPerByte { get; set; } = 64;

    /// <summary>
    /// Whether a window is closed, without asking its page, when a message of it is over <see cref="MaxMessageBytes"/> or
    /// <see cref="MaxPendingInvokesPerFrame"/>. False by default. The other limits only refuse the message.
    /// </summary>
    public bool CloseWindowOnOverload { get; set; }
}
