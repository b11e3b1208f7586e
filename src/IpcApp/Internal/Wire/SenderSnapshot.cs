using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpcApp.Internal.Wire;

/// <summary>
/// The JSON of a <see cref="MessageKind.Frame"/> message. <see cref="Event"/> is Electron's name of the event that told of the frame's
/// address, or null if none did.
/// </summary>
internal sealed record SenderSnapshot(
    int Contents,
    int ProcessId,
    int FrameId,
    int TreeNode,
    string? Token,
    string? Url,
    string? Origin,
    string? Name,
    string? Visibility,
    int OsProcessId,
    bool IsMainFrame,
    bool Detached,
    IReadOnlyList<SenderSnapshot.ParentFrame>? Parents,
    string? Event = null)
{
    /// <summary>The frame shows another document.</summary>
    public const string Navigated = "did-frame-navigate";

    /// <summary>The frame's document has another address.</summary>
    public const string NavigatedInPage = "did-navigate-in-page";

    public static SenderSnapshot Parse(ReadOnlySpan<byte> json)
        => JsonSerializer.Deserialize(json, ElectronJson.Default.SenderSnapshot) ?? throw new JsonException("A frame's snapshot is null.");

    public IpcSenderInfo ToSenderInfo() => new()
    {
        WebContentsId = Contents,
        ProcessId = ProcessId,
        FrameId = FrameId,
        FrameTreeNodeId = TreeNode,
        FrameToken = Token ?? "",
        Url = Url ?? "",
        Origin = Origin ?? "null",
        Name = Name ?? "",
        VisibilityState = Visibility ?? "",
        OsProcessId = OsProcessId,
        IsMainFrame = IsMainFrame,
        Detached = Detached,
        Parents = [.. (Parents ?? []).Select(parent => new IpcParentFrameInfo(parent.TreeNode, parent.Url ?? "", parent.Origin ?? "null"))],
    };

    internal sealed record ParentFrame(int TreeNode, string? Url, string? Origin);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SenderSnapshot))]
[JsonSerializable(typeof(ElectronNotice))]
internal sealed partial class ElectronJson : JsonSerializerContext;
