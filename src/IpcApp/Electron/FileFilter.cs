namespace IpcApp;

/// <summary>Kinds of files that a dialog offers.</summary>
/// <param name="Name">What people read, such as <c>Images</c>.</param>
/// <param name="Extensions">Extensions without a dot, such as <c>png</c>; <c>*</c> for all files.</param>
public sealed record FileFilter(string Name, params IReadOnlyList<string> Extensions);
