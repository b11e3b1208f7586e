namespace IpcApp.Conformance.Suite;

/// <summary>Settings of the app under test: names in the section <c>IpcApp</c>, with <c>:</c> between their parts, and values.</summary>
public interface IAppSettings
{
    static abstract IReadOnlyDictionary<string, string> Values { get; }
}

/// <summary>The settings as they are by default.</summary>
public sealed class DefaultSettings : IAppSettings
{
    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>();
}

/// <summary>Limits that a scenario can reach.</summary>
public sealed class SmallLimits : IAppSettings
{
    public const int MaxMessageBytes = 16_384;
    public const int MaxPendingInvokes = 3;
    public const int MaxWaitingBytes = 65_536;

    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>
    {
        ["Limits:MaxMessageBytes"] = $"{MaxMessageBytes}",
        ["Limits:MaxPendingInvokesPerFrame"] = $"{MaxPendingInvokes}",
        ["Limits:MaxWaitingBytesPerFrame"] = $"{MaxWaitingBytes}",
        ["Limits:MaxValuesPerByte"] = "1",
    };
}

/// <summary>A window that goes over a limit is closed.</summary>
public sealed class ClosingOnOverload : IAppSettings
{
    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>
    {
        ["Limits:MaxMessageBytes"] = $"{SmallLimits.MaxMessageBytes}",
        ["Limits:MaxPendingInvokesPerFrame"] = $"{SmallLimits.MaxPendingInvokes}",
        ["Limits:CloseWindowOnOverload"] = "true",
    };
}

/// <summary>An app that stays without windows, and whose pages wait for a <c>sendSync</c> for a second.</summary>
public sealed class OtherLifetime : IAppSettings
{
    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>
    {
        ["QuitWhenAllWindowsClosed"] = "false",
        ["SyncDeadline"] = "00:00:01",
    };
}

/// <summary>A limit of messages of several parts, which scenarios reach soon.</summary>
public sealed class LargeMessages : IAppSettings
{
    public const int MaxMessageBytes = 4 * 1024 * 1024;

    public static IReadOnlyDictionary<string, string> Values { get; }
        = new Dictionary<string, string> { ["Limits:MaxMessageBytes"] = $"{MaxMessageBytes}" };
}
