namespace IpcApp.Testing;

/// <summary>What a person chooses when a page does not answer whether its window can be closed.</summary>
public enum FakeUnresponsiveChoice
{
    /// <summary>To close the window. What a real app does by itself, with a warning in its log, where no dialog can be shown.</summary>
    Close,

    /// <summary>To wait for the page.</summary>
    Wait,
}
