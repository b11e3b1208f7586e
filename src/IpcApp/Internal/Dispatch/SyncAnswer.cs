using IpcApp.Internal.Emitters;

namespace IpcApp.Internal.Dispatch;

/// <summary>The answer that a page blocked in sendSync waits for, through <see cref="IpcMainEvent.ReturnValue"/>.</summary>
internal sealed class SyncAnswer(CallReply reply) : MessageAnswer
{
    /// <summary>Electron's text for a call that nobody answered (S71).</summary>
    public const string NeverSent = "reply was never sent";

    public bool IsAnswered => reply.IsAnswered;

    public override bool Accept<T>(T value) => reply.Accept(value);

    /// <summary>For when every listener has finished and none answered.</summary>
    public void GiveUp(string text = NeverSent) => reply.Fail(text);
}
