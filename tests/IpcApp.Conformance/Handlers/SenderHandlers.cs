namespace IpcApp.Conformance.Handlers;

/// <summary>No attribute: the app's own main frames.</summary>
public sealed class OwnHandler(HandlerNotes notes) : IIpcHandler
{
    [IpcHandle("senders:own")]
    public void Handle() => notes.Add("handled");

    [IpcOn("senders:own")]
    public void Hear(IpcMainEvent e) => Answer.To(e, notes);

    /// <summary>On a method alone; its class stays closed.</summary>
    [IpcHandle("senders:any-by-method"), AllowAnySender]
    public void HandleAny() => notes.Add("handled");

    [IpcOn("senders:any-by-method"), AllowAnySender]
    public void HearAny(IpcMainEvent e) => Answer.To(e, notes);

    /// <summary>The handler is closed, the listener open.</summary>
    [IpcHandle("senders:listener-alone")]
    public void HandleOwn() => notes.Add("handled");

    [IpcOn("senders:listener-alone"), AllowSubFrames]
    public void HearFrames(IpcMainEvent e) => Answer.To(e, notes);
}

/// <summary>Iframes of the app's own origin; a method adds another origin.</summary>
[AllowSubFrames]
public sealed class FramesHandler(HandlerNotes notes) : IIpcHandler
{
    [IpcHandle("senders:frames")]
    public void Handle() => notes.Add("handled");

    [IpcOn("senders:frames")]
    public void Hear(IpcMainEvent e) => Answer.To(e, notes);

    [IpcHandle("senders:frames-and-origin"), AllowOrigin(ConformanceApp.ForeignOrigin)]
    public void HandleOrigin() => notes.Add("handled");

    [IpcOn("senders:frames-and-origin"), AllowOrigin(ConformanceApp.ForeignOrigin)]
    public void HearOrigin(IpcMainEvent e) => Answer.To(e, notes);
}

/// <summary>Main frames of another origin, too; a method adds iframes.</summary>
[AllowOrigin(ConformanceApp.ForeignOrigin)]
public sealed class OriginHandler(HandlerNotes notes) : IIpcHandler
{
    [IpcHandle("senders:origin")]
    public void Handle() => notes.Add("handled");

    [IpcOn("senders:origin")]
    public void Hear(IpcMainEvent e) => Answer.To(e, notes);

    [IpcHandle("senders:origin-and-frames"), AllowSubFrames]
    public void HandleFrames() => notes.Add("handled");

    [IpcOn("senders:origin-and-frames"), AllowSubFrames]
    public void HearFrames(IpcMainEvent e) => Answer.To(e, notes);
}

/// <summary>Every frame.</summary>
[AllowAnySender]
public sealed class AnyHandler(HandlerNotes notes) : IIpcHandler
{
    [IpcHandle("senders:any")]
    public void Handle() => notes.Add("handled");

    [IpcOn("senders:any")]
    public void Hear(IpcMainEvent e) => Answer.To(e, notes);
}

/// <summary>What the listeners have in common: as those that scenarios register themselves.</summary>
internal static class Answer
{
    public static void To(IpcMainEvent e, HandlerNotes notes)
    {
        notes.Add("heard");
        e.ReturnValue = "answer";
    }
}
