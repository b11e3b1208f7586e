using System.Text.Json;

namespace IpcApp.Internal.Wire;

/// <summary>A JSON message of the control lane from Electron, the members of all its types side by side.</summary>
internal sealed record ElectronNotice(
    string? Type,
    int Contents,
    int TreeNode,
    uint Frame,
    string? Window,
    string? Reason,
    string? Source,
    string? Message,
    string? Stack,
    string? Level,
    string? Preload,
    int ExitCode,
    uint Call,
    JsonElement Value,
    string? Error,
    int WindowId,
    string? Title,
    bool ExplicitSet,
    uint Command,
    bool Checked,
    IReadOnlyList<string>? Arguments,
    string? WorkingDirectory,
    string? Path,
    string? Url,
    bool HasVisibleWindows,
    bool OpensWindows,
    string? Kind,
    string? Channel,
    IReadOnlyList<string>? Listening,
    int Line,
    string? Chrome)
{
    public static ElectronNotice Parse(ReadOnlySpan<byte> json)
        => JsonSerializer.Deserialize(json, ElectronJson.Default.ElectronNotice) ?? throw new JsonException("A control message is null.");
}
