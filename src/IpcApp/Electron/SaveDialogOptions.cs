namespace IpcApp;

/// <summary>What a save dialog is like.</summary>
public sealed class SaveDialogOptions : FileDialogOptions;
