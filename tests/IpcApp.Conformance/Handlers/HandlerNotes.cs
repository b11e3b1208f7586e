namespace IpcApp.Conformance.Handlers;

/// <summary>How a handler class tells the scenario that is under way what it did.</summary>
public sealed class HandlerNotes
{
    /// <summary>Takes a note; the scenario's own, while it runs.</summary>
    public Action<string> Add { get; set; } = _ => { };
}
