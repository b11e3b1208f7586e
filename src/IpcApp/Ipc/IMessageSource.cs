namespace IpcApp;

/// <summary>The document that has sent a message, as the message's event needs it.</summary>
internal interface IMessageSource
{
    /// <summary>The contents that the document belongs to.</summary>
    WebContents Contents { get; }

    /// <summary>The value of <c>event.senderFrame</c>: null, with Electron's warning in the log, if it is read too late.</summary>
    WebFrameMain? SenderFrame();

    /// <summary>Sends to this document. Does nothing if it is gone; then the channel is not checked either.</summary>
    void Reply(string channel, object?[] arguments);
}
