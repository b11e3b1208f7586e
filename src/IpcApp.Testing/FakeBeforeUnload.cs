namespace IpcApp.Testing;

/// <summary>How a page answers when it is asked whether its window can be closed: its listener of <c>beforeunload</c>.</summary>
public enum FakeBeforeUnload
{
    /// <summary>It does not object, or does not listen.</summary>
    Leave,

    /// <summary>It prevents the event, so the window stays open.</summary>
    Stay,

    /// <summary>It does not answer. After 5 seconds a real app offers to close the window anyway; a fake page does not let a test wait.</summary>
    NoAnswer,
}
