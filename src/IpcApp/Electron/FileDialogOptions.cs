namespace IpcApp;

/// <summary>What dialogs for files have in common.</summary>
public abstract class FileDialogOptions
{
    private protected FileDialogOptions()
    {
    }

    /// <summary>The dialog's title; null for the system's.</summary>
    public string? Title { get; init; }

    /// <summary>The absolute path of the folder or file to begin with; null for the system's choice.</summary>
    public string? DefaultPath { get; init; }

    /// <summary>The text of the button that confirms; null for the system's.</summary>
    public string? ButtonLabel { get; init; }

    /// <summary>The kinds of files to offer; empty for all files.</summary>
    public IReadOnlyList<FileFilter> Filters { get; init; } = [];
}
