namespace IpcApp;

/// <summary>What an open dialog lets people do: Electron's <c>properties</c>.</summary>
[Flags]
public enum OpenDialogProperties
{
    /// <summary>Nothing in particular: one file can be chosen.</summary>
    None = 0,

    /// <summary>Files can be chosen.</summary>
    OpenFile = 1,

    /// <summary>Folders can be chosen. With <see cref="OpenFile"/>, Linux and Windows show a dialog for folders only.</summary>
    OpenDirectory = 2,

    /// <summary>Several can be chosen.</summary>
    MultiSelections = 4,

    /// <summary>Hidden files are shown.</summary>
    ShowHiddenFiles = 8,

    /// <summary>macOS: folders can be made in the dialog.</summary>
    CreateDirectory = 16,

    /// <summary>Windows: asks before a path that does not exist is given back. The file is not made.</summary>
    PromptToCreate = 32,

    /// <summary>macOS: aliases are given back themselves.</summary>
    NoResolveAliases = 64,

    /// <summary>macOS: packages count as folders.</summary>
    TreatPackageAsDirectory = 128,

    /// <summary>Windows: what is chosen does not become a recent document.</summary>
    DontAddToRecent = 256,
}
