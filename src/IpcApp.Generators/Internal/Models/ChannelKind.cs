namespace IpcApp.Generators.Internal.Models;

/// <summary>The five channel attributes, by the names that the run-time package gives them too.</summary>
internal enum ChannelKind
{
    Handle,
    HandleOnce,
    On,
    Once,
    Sync,
}

internal static class ChannelKinds
{
    /// <summary>Whether the event is the one of an <c>invoke</c>, and the channel can have one handler only.</summary>
    public static bool IsInvoke(this ChannelKind kind) => kind is ChannelKind.Handle or ChannelKind.HandleOnce;

    /// <summary>Whether the method's result goes back to the page.</summary>
    public static bool Answers(this ChannelKind kind) => kind is not (ChannelKind.On or ChannelKind.Once);

    /// <summary>The event that a method of this kind gets.</summary>
    public static string EventType(this ChannelKind kind) => kind.IsInvoke() ? "IpcMainInvokeEvent" : "IpcMainEvent";

    /// <summary>How the user writes it.</summary>
    public static string InBrackets(this ChannelKind kind) => $"[Ipc{kind}]";
}
