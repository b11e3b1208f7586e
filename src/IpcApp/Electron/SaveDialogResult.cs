namespace IpcApp;

/// <summary>What was chosen in a save dialog.</summary>
/// <param name="Canceled">Whether the dialog was left without a choice.</param>
/// <param name="FilePath">The chosen absolute path; empty if it was cancelled.</param>
public sealed record SaveDialogResult(bool Canceled, string FilePath);
