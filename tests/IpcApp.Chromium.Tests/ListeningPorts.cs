namespace IpcApp.Chromium.Tests;

/// <summary>TCP ports on which processes listen, as the kernel tells. Linux only.</summary>
internal static class ListeningPorts
{
    private const string Listening = "0A";

    /// <param name="processes">The processes' ids.</param>
    /// <returns>Local addresses in the kernel's hexadecimal form.</returns>
    public static IReadOnlyList<string> Of(IEnumerable<int> processes)
    {
        var sockets = processes.SelectMany(SocketsOf).ToHashSet();
        return [.. new[] { "tcp", "tcp6" }.SelectMany(table => In($"/proc/net/{table}", sockets))];
    }

    private static IEnumerable<string> In(string table, HashSet<string> sockets)
        => from line in File.ReadLines(table).Skip(1)
           let columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           where columns[3] == Listening && sockets.Contains($"socket:[{columns[9]}]")
           select columns[1];

    private static List<string> SocketsOf(int process)
    {
        try
        {
            return [.. Directory.EnumerateFiles($"/proc/{process}/fd").Select(file => new FileInfo(file).LinkTarget ?? "")];
        }
        catch (DirectoryNotFoundException)
        {
            return []; // it ended while we looked
        }
    }
}
