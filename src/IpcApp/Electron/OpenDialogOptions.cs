namespace IpcApp;

/// <summary>What an open dialog is like.</summary>
public sealed class OpenDialogOptions : FileDialogOptions
{
    /// <summary>What people can do in it. <see cref="OpenDialogProperties.None"/> by default: one file can be chosen.</summary>
    public OpenDialogProperties Properties { get; init; }
}
