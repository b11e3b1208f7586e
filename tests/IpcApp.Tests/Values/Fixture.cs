namespace IpcApp.Tests.Values;

/// <summary>The files of the folder Fixtures: a line for each entry, after comments that say how it was made.</summary>
internal static class Fixture
{
    public static IReadOnlyList<string> Lines(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Values", "Fixtures", file)).Where(line => !line.StartsWith('#'))];

    /// <summary>What a stream is worth as a whole payload: its length, and nothing beside it.</summary>
    public static byte[] ToPayload(byte[] stream) => [.. BitConverter.GetBytes(stream.Length), .. stream];
}
