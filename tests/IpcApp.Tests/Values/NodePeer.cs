using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace IpcApp.Tests.Values;

/// <summary>A real Node that encodes, decodes and describes values with the host's own code: peer.js.</summary>
public sealed class NodePeer : IDisposable
{
    private readonly Process _process;
    private readonly Lock _gate = new();

    public NodePeer()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Values", "peer.js"));
        start.ArgumentList.Add(Path.Combine(RepositoryRoot(), "src", "host", "lib", "values.js"));
        _process = Process.Start(start)!;
    }

    public byte[] Evaluate(string expression) => Request('E', Encoding.UTF8.GetBytes(expression));

    public byte[] Random(int seed) => Request('R', Encoding.UTF8.GetBytes(seed.ToString(CultureInfo.InvariantCulture)));

    public string CompareWithLast(byte[] payload) => Encoding.UTF8.GetString(Request('C', payload));

    public string Describe(byte[] payload) => Encoding.UTF8.GetString(Request('D', payload));

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
                if (File.Exists(Path.Combine(directory.FullName, "src", "host", "lib", "values.js")))
                {
                    return directory.FullName;
                }
            }
        }

        throw new InvalidOperationException("The tests run inside the repository: src/host/lib/values.js was not found above them.");
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
