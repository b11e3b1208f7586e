namespace IpcApp.Build;

/// <summary>A step failed, or something is missing: the message is all that a person needs to read.</summary>
internal sealed class BuildException(string message) : Exception(message);
