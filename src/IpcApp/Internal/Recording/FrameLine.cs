using System.Text.Json;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Recording;

/// <summary>What a recording tells of a frame. A line is written when any of it differs.</summary>
internal sealed record FrameLine(
    int Window, int Node, int? Parent, string Url, string Origin, string Name, bool IsMainFrame, bool IsDetached)
{
    public static FrameLine Of(SenderSnapshot snapshot, bool keepsPayloads) => new(
        snapshot.Contents,
        snapshot.TreeNode,
        snapshot.Parents is [var nearest, ..] ? nearest.TreeNode : null,
        keepsPayloads ? snapshot.Url ?? "" : RedactedText.Address(snapshot.Url ?? ""),
        snapshot.Origin ?? "null",
        keepsPayloads ? snapshot.Name ?? "" : "", // pages keep data in window.name
        snapshot.IsMainFrame,
        snapshot.Detached);

    public void Write(Utf8JsonWriter json, uint number)
    {
        json.WriteNumber("frame", number);
        json.WriteNumber("window", Window);
        json.WriteNumber("node", Node);
        json.WriteString("is", IsMainFrame ? "main frame" : "iframe");
        if (Parent is { } parent)
        {
            json.WriteNumber("parent", parent);
        }

        json.WriteString("url", Url);
        json.WriteString("origin", Origin);
        if (Name.Length > 0)
        {
            json.WriteString("name", Name);
        }

        if (IsDetached)
        {
            json.WriteBoolean("detached", true);
        }
    }
}
