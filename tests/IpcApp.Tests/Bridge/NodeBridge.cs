using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;

namespace IpcApp.Tests.Bridge;

/// <summary>A Node process that runs the real host's end of the bridge.</summary>
internal sealed class NodeBridge : IAsyncDisposable
{
    public const byte Echo = 1, EchoUnlaned = 2, Burst = 3, Record = 4, Report = 5, BigThenSmall = 6, Close = 7, BreakRules = 8, Block = 9;

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private NodeBridge(string directory, object? options)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(SourceFolder(), "bridge-host.js"));
        start.ArgumentList.Add(directory);
        start.ArgumentList.Add(JsonSerializer.Serialize(options ?? new { }));
        Process = new Process { StartInfo = start, EnableRaisingEvents = true };
        Process.OutputDataReceived += (_, e) => Take(e.Data);
        Process.ErrorDataReceived += (_, e) => _lines.Writer.TryWrite(e.Data ?? "");
        Process.Start();
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    public Process Process { get; }

    public static NodeBridge Start(string directory, object? options = null) => new(directory, options);

    public static async Task<NodeBridge> StartListeningAsync(string directory, object? options = null)
    {
        var host = new NodeBridge(directory, options);
        await host.SaysAsync("listening");
        return host;
    }

    /// <summary>Waits for a line that begins so; others are passed over.</summary>
    public Task<string> SaysAsync(string beginning) => ReadUntilAsync(beginning).OrFail();

    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync(CancellationToken.None);
        Process.Dispose();
    }

    private async Task<string> ReadUntilAsync(string beginning)
    {
        var passed = new List<string>();
        await foreach (var line in _lines.Reader.ReadAllAsync())
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }

            passed.Add(line);
        }

        throw new InvalidOperationException($"Electron ended without saying '{beginning}'. It said: {string.Join(" / ", passed)}");
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            _lines.Writer.TryComplete();
        }
        else
        {
            _lines.Writer.TryWrite(line);
        }
    }

    internal static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
