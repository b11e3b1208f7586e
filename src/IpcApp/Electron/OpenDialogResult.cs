namespace IpcApp;

/// <summary>What was chosen in an open dialog.</summary>
/// <param name="Canceled">Whether the dialog was left without a choice.</param>
/// <param name="FilePaths">The chosen absolute paths; empty if it was cancelled.</param>
public sealed record OpenDialogResult(bool Canceled, IReadOnlyList<string> FilePaths);
