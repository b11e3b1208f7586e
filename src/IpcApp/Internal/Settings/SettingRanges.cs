using System.Globalization;

namespace IpcApp.Internal.Settings;

/// <summary>
/// The range of each setting that is a number or a duration. The reader of the configuration and the rules for values that were set in code
/// both use it; those of windows are in <see cref="WindowRules"/>.
/// </summary>
internal static class SettingRanges
{
    public static readonly WholeRange RemoteDebuggingPort = new(1024, 65_535);
    public static readonly TimeRange HandshakeTimeout = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
    public static readonly TimeRange SyncDeadline = new(TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
    public static readonly WholeRange MaxMessageBytes = new(1024, 256L << 20);
    public static readonly WholeRange MaxPendingInvokesPerFrame = new(1, 10_000_000);
    public static readonly WholeRange MaxWaitingBytesPerFrame = new(64 * 1024, 16L << 30);
    public static readonly WholeRange MaxValuesPerByte = new(1, 1024);
    public static readonly WholeRange MaxOutputPerByte = new(8, 4096);

    /// <summary>The settings that are out of their range.</summary>
    public static IEnumerable<Fault> FindFaults(IpcAppOptions options)
    {
        var limits = options.Limits;
        return new[]
        {
            Check(nameof(options.RemoteDebuggingPort), options.RemoteDebuggingPort, RemoteDebuggingPort),
            Check(nameof(options.HandshakeTimeout), options.HandshakeTimeout, HandshakeTimeout),
            Check(nameof(options.SyncDeadline), options.SyncDeadline, SyncDeadline),
            CheckLimit(nameof(limits.MaxMessageBytes), limits.MaxMessageBytes, MaxMessageBytes),
            CheckLimit(nameof(limits.MaxPendingInvokesPerFrame), limits.MaxPendingInvokesPerFrame, MaxPendingInvokesPerFrame),
            CheckLimit(nameof(limits.MaxWaitingBytesPerFrame), limits.MaxWaitingBytesPerFrame, MaxWaitingBytesPerFrame),
            CheckLimit(nameof(limits.MaxValuesPerByte), limits.MaxValuesPerByte, MaxValuesPerByte),
            CheckLimit(nameof(limits.MaxOutputPerByte), limits.MaxOutputPerByte, MaxOutputPerByte),
        }.OfType<Fault>();
    }

    private static Fault? CheckLimit(string option, long value, WholeRange range)
        => Check($"{nameof(IpcAppOptions.Limits)}:{option}", value, range);

    private static Fault? Check(string option, long? value, WholeRange range)
        => value is { } number && !range.Contains(number)
            ? new Fault(option, number.ToString(CultureInfo.InvariantCulture), range.Expected)
            : null;

    private static Fault? Check(string option, TimeSpan value, TimeRange range)
        => range.Contains(value) ? null : new Fault(option, value.ToString(null, CultureInfo.InvariantCulture), range.Expected);

    /// <param name="Option">The path of the setting below its section.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="Expected">What it must be, to follow "it must be".</param>
    internal sealed record Fault(string Option, string Value, string Expected);
}
