namespace IpcApp;

/// <summary>The document that has sent a message, as the message's event needs it.</summary>
internal interface IMessageSource
{
    /// <summary>The contents that the document belongs to.</summary>
    WebContents Contents { get; }

    /// <summary>The value of <c>event.senderFrame</c>: null, with Electron's warning in the log, if it is read too late (S97).</summary>
    WebFrameMain? SenderFrame();

    /// <summary>Sends to this document. Does nothing if it is gone (S86); then the channel is not checked either (S89).</summary>
    void Reply(string channel, object?[] arguments);
}
