using System.Text;
using IpcApp.Internal.Recording;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;
using IpcApp.Tests.Values;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpcApp.Tests.Testing.Recording;

/// <summary>A file that is slow, or fails, is no matter of the app's.</summary>
public sealed class RecorderTests
{
    [Fact]
    public async Task What_the_file_cannot_keep_up_with_is_left_out_and_said_so()
    {
        using var file = new GatedStream();
        var recorder = NewRecorder(file);
        var megabyte = Codec.Write(new IpcArray([new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, new byte[1 << 20])]));
        for (var i = 0; i < 100; i++)
        {
            recorder.Arrived(new ArrivedMessage(MessageKind.Send, "big", 1, 0, []), megabyte);
        }

        file.Gate.Set();
        await recorder.DisposeAsync();
        var lines = file.Text.Split('\n');
        var kept = lines.Count(line => line.Contains("\"channel\":\"big\"", StringComparison.Ordinal));
        Assert.InRange(kept, 60, 64);
        Assert.Contains(lines, line => line.EndsWith($"\"kind\":\"lost\",\"count\":{100 - kept}}}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_fails_ends_the_recording_and_nothing_else()
    {
        using var file = new GatedStream();
        file.Gate.Set();
        var recorder = NewRecorder(file);
        file.IsBroken = true;
        for (var i = 0; i < 1000; i++)
        {
            recorder.Handled(i, MessageOutcome.Heard);
        }

        await recorder.DisposeAsync();
        Assert.Equal(1, file.Text.Count(c => c == '\n'));
    }

    private static Recorder NewRecorder(Stream file)
    {
        var lines = new LineWriter(LineFile.Begin(file, keepsPayloads: false, DateTimeOffset.UnixEpoch), Codec.Serializer, keepsPayloads: false);
        return new Recorder(lines, "test", TimeProvider.System, NullLogger.Instance);
    }

    /// <summary>Takes the first line at once, and the next ones when it is told to.</summary>
    private sealed class GatedStream : MemoryStream
    {
        private bool _hasBegun;

        public ManualResetEventSlim Gate { get; } = new();

        public bool IsBroken { get; set; }

        public string Text => Encoding.UTF8.GetString(ToArray());

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (_hasBegun)
            {
                Gate.Wait();
            }

            _hasBegun = true;
            if (IsBroken)
            {
                throw new IOException("No space left on device");
            }

            base.Write(buffer);
        }
    }
}
