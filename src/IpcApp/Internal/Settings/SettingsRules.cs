using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Settings;

/// <summary>Refuses settings that are unsafe or impossible, whether they were set in the configuration or in code.</summary>
/// <param name="isDevelopment">Whether settings for development are allowed.</param>
internal sealed class SettingsRules(bool isDevelopment) : IValidateOptions<IpcAppOptions>
{
    private const string OneLine = "one line without control characters";

    public ValidateOptionsResult Validate(string? name, IpcAppOptions options)
    {
        string[] faults = [.. FindFaults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> FindFaults(IpcAppOptions options)
    {
        if (options.RemoteDebuggingPort is not null && !isDevelopment)
        {
            yield return "The setting 'IpcApp:RemoteDebuggingPort' opens a port that controls the app, so it is allowed in development only. "
                + "Remove it, or set DOTNET_ENVIRONMENT=Development.";
        }

        if (options.Record is { Length: > 0 } && !isDevelopment)
        {
            yield return "The setting 'IpcApp:Record' writes every message of the app to a file, so it is allowed in development only. "
                + "Remove it, or set DOTNET_ENVIRONMENT=Development.";
        }

        if (FindHeaderFault(options.ContentSecurityPolicy) is { } policyFault)
        {
            yield return Fault(nameof(IpcAppOptions.ContentSecurityPolicy), options.ContentSecurityPolicy, policyFault);
        }

        if (!IsOneLine(options.Record))
        {
            yield return Fault(nameof(IpcAppOptions.Record), options.Record, OneLine);
        }

        foreach (var (option, value, expected) in SettingRanges.FindFaults(options))
        {
            yield return Fault(option, value, expected);
        }

        foreach (var (name, window) in options.Windows)
        {
            if (FindFault($"{nameof(IpcAppOptions.Windows)}:{name}", window) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private string? FindFault(string path, IpcWindowOptions window)
    {
        if (!IsOneLine(window.Url))
        {
            return Fault($"{path}:{nameof(window.Url)}", window.Url, OneLine);
        }

        if (!PageAddress.IsAllowed(window.Url, isDevelopment))
        {
            return Fault($"{path}:{nameof(window.Url)}", window.Url, PageAddress.Expected(isDevelopment));
        }

        return WindowRules.FindFault(window) is { } fault ? Fault($"{path}:{fault.Option}", fault.Value, fault.Expected) : null;
    }

    /// <summary>Chromium leaves line breaks and tabs out of an address or a path, so that it would read another one.</summary>
    private static bool IsOneLine(string? value) => value is null || !value.Any(char.IsControl);

    /// <summary>The head of every page's response has it: any text but one line of ASCII would break all pages.</summary>
    private static string? FindHeaderFault(string? value)
        => value.AsSpan().IndexOfAnyExceptInRange(' ', '~') is var wrong and >= 0
            ? $"one line of printable ASCII characters, since it is sent as a header; it has U+{(int)value![wrong]:X4}"
            : null;

    private static string Fault(string option, string? value, string expected)
        => SettingsSection.Invalid($"{IpcAppOptions.SectionName}:{option}", SettingsSection.Quote(value), expected).Message;
}
