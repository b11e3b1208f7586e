using System.Diagnostics;
using System.Text;

namespace IpcApp.Tests.Values;

/// <summary>A real Node that encodes, decodes and describes values with Electron's own code: peer.js.</summary>
public sealed class NodePeer : IDisposable
{
    private readonly Process _process;
    private readonly Lock _gate = new();

    public NodePeer()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Values", "peer.js"));
        start.ArgumentList.Add(Path.Combine(RepositoryRoot(), "src", "electron-main", "lib", "values.js"));
        _process = Process.Start(start)!;
    }

    public byte[] Evaluate(string expression) => Request('E', Encoding.UTF8.GetBytes(expression));

    /// <summary>The random values of successive seeds, encoded, and what should arrive.</summary>
    public IEnumerable<(byte[] Payload, string Description)> Random(uint firstSeed, int count)
    {
        var entries = Entries(Request('M', [.. BitConverter.GetBytes(firstSeed), .. BitConverter.GetBytes(count)]));
        return entries.Chunk(2).Select(pair => (pair[0], Encoding.UTF8.GetString(pair[1])));
    }

    public string CompareWithLast(byte[] payload) => Encoding.UTF8.GetString(Request('C', payload));

    /// <summary>What each payload holds, or why it cannot be read.</summary>
    public IReadOnlyList<string> Describe(IEnumerable<byte[]> payloads)
        => [.. Entries(Request('D', [.. payloads.SelectMany(Entry)])).Select(Encoding.UTF8.GetString)];

    /// <summary>What Electron writes when it has read each of the payloads.</summary>
    public IReadOnlyList<byte[]> Rewrite(IEnumerable<byte[]> payloads) => Entries(Request('R', [.. payloads.SelectMany(Entry)]));

    public string Describe(byte[] payload) => Describe([payload])[0];

    public string DescribeLast() => Encoding.UTF8.GetString(Request('L', []));

    public string Hash(byte[] payload) => Encoding.UTF8.GetString(Request('H', payload));

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string RepositoryRoot([System.Runtime.CompilerServices.CallerFilePath] string source = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(source)! })
        {
            for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
            {
                if (File.Exists(Path.Combine(directory.FullName, "src", "electron-main", "lib", "values.js")))
                {
                    return directory.FullName;
                }
            }
        }

        throw new InvalidOperationException("The tests run inside the repository: src/electron-main/lib/values.js was not found above them.");
    }

    private static IEnumerable<byte> Entry(byte[] bytes) => [.. BitConverter.GetBytes(bytes.Length), .. bytes];

    private static List<byte[]> Entries(byte[] list)
    {
        var entries = new List<byte[]>();
        for (var at = 0; at < list.Length;)
        {
            var end = at + 4 + BitConverter.ToInt32(list, at);
            entries.Add(list[(at + 4)..end]);
            at = end;
        }

        return entries;
    }

    private byte[] Request(char operation, byte[] body)
    {
        lock (_gate)
        {
            var input = _process.StandardInput.BaseStream;
            input.Write(BitConverter.GetBytes(body.Length + 1));
            input.WriteByte((byte)operation);
            input.Write(body);
            input.Flush();
            var output = _process.StandardOutput.BaseStream;
            var head = new byte[5];
            output.ReadExactly(head);
            var answer = new byte[BitConverter.ToInt32(head) - 1];
            output.ReadExactly(answer);
            return head[4] == 1 ? answer : throw new PeerException(Encoding.UTF8.GetString(answer));
        }
    }
}

public sealed class PeerException(string message) : Exception(message);
