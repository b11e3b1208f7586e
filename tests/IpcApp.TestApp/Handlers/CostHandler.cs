using System.Text.Json;

namespace IpcApp.TestApp.Handlers;

/// <summary>Five members, all of which a page may leave out.</summary>
public sealed record Entry(string? Title = null, int? Number = null, bool? Done = null, decimal? Price = null, IReadOnlyList<string?>? Tags = null);

/// <summary>Takes what a small message could make large.</summary>
public sealed class CostHandler : IIpcHandler
{
    [IpcHandle]
    public int Rows(string?[][] rows) => rows.Length;

    [IpcHandle]
    public int Decimals(decimal?[] numbers) => numbers.Length;

    [IpcHandle]
    public int Any(IpcValue value) => (int)value.Kind;

    [IpcHandle]
    public int Entries(List<Entry?> entries) => entries.Count;

    [IpcHandle]
    public int Texts(Dictionary<string, string?> texts) => texts.Count;

    [IpcHandle]
    public int Json(JsonElement value) => (int)value.ValueKind;
}
