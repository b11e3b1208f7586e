using IpcApp.Internal.Windows;
using Microsoft.Extensions.Configuration;

namespace IpcApp.Internal.Hosting;

/// <summary>Reads and checks the section <c>IpcApp</c>, and refuses what would open a TCP port.</summary>
internal static class SettingsReader
{
    private static readonly string[] TcpSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>What the configuration says.</summary>
    /// <exception cref="IpcStartupException">A setting is invalid, or asks for a TCP port.</exception>
    public static IpcAppOptions Read(IConfiguration configuration)
    {
        RefuseTcpEndpoints(configuration);
        var section = SettingsSection.Section(
            configuration.GetSection(IpcAppOptions.SectionName), "a section with settings, such as { \"Host\": \"auto\" }");
        var defaults = new IpcAppOptions();
        var options = new IpcAppOptions
        {
            Host = section.Choice(nameof(IpcAppOptions.Host), defaults.Host),
            Headless = section.Flag(nameof(IpcAppOptions.Headless)),
            RemoteDebuggingPort = (int?)section.OptionalWhole(nameof(IpcAppOptions.RemoteDebuggingPort), 1024, 65535),
            Dispatch = section.Choice(nameof(IpcAppOptions.Dispatch), defaults.Dispatch),
            NullElements = section.Choice(nameof(IpcAppOptions.NullElements), defaults.NullElements),
            ContentSecurityPolicy = section.Text(nameof(IpcAppOptions.ContentSecurityPolicy)),
            HandshakeTimeout = section.Duration(
                nameof(IpcAppOptions.HandshakeTimeout), defaults.HandshakeTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            SyncDeadline = section.Duration(
                nameof(IpcAppOptions.SyncDeadline), defaults.SyncDeadline, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)),
            Record = section.Text(nameof(IpcAppOptions.Record)),
            RecordPayloads = section.Flag(nameof(IpcAppOptions.RecordPayloads)) ?? defaults.RecordPayloads,
            DefaultWindow = section.Flag(nameof(IpcAppOptions.DefaultWindow)) ?? defaults.DefaultWindow,
            QuitWhenAllWindowsClosed = section.Flag(nameof(IpcAppOptions.QuitWhenAllWindowsClosed)) ?? defaults.QuitWhenAllWindowsClosed,
            Limits = ReadLimits(
                section.Child(nameof(IpcAppOptions.Limits), "a section with limits, such as { \"MaxMessageBytes\": 1048576 }"), defaults.Limits),
        };

        var windows = section.Children(
            nameof(IpcAppOptions.Windows),
            "a section that names each window, such as { \"main\": { \"Width\": 800 } }",
            "a section with the window's options, such as { \"Width\": 800 }");
        foreach (var window in windows)
        {
            options.Windows.Add(window.Name, ReadWindow(window));
        }

        section.RefuseUnknownKeys();
        return options;
    }

    /// <summary>Checks what is unsafe, wherever it was set, and sees to it that there is a window.</summary>
    /// <exception cref="IpcStartupException">A setting is unsafe.</exception>
    public static IpcAppOptions Complete(IpcAppOptions options, bool isDevelopment)
    {
        if (options.RemoteDebuggingPort is not null && !isDevelopment)
        {
            throw new IpcStartupException(
                "The setting 'IpcApp:RemoteDebuggingPort' opens a port that controls the app, so it is allowed in development only. "
                + "Remove it, or set DOTNET_ENVIRONMENT=Development.",
                ExitCodes.InvalidSetting);
        }

        if (options.Record is { Length: > 0 } && !isDevelopment)
        {
            throw new IpcStartupException(
                "The setting 'IpcApp:Record' writes every message of the app to a file, so it is allowed in development only. "
                + "Remove it, or set DOTNET_ENVIRONMENT=Development.",
                ExitCodes.InvalidSetting);
        }

        CheckHeader(nameof(IpcAppOptions.ContentSecurityPolicy), options.ContentSecurityPolicy);
        CheckLine($"{IpcAppOptions.SectionName}:{nameof(IpcAppOptions.Record)}", options.Record);
        foreach (var (name, window) in options.Windows)
        {
            Check($"{IpcAppOptions.SectionName}:{nameof(IpcAppOptions.Windows)}:{name}", window, isDevelopment);
        }

        if (options.Windows.Count == 0 && options.DefaultWindow)
        {
            options.Windows.Add("main", new IpcWindowOptions());
        }

        return options;
    }

    /// <summary>What goes into the head of every page's response: anything else than one line of ASCII would break all of them.</summary>
    private static void CheckHeader(string name, string? value)
    {
        if (value.AsSpan().IndexOfAnyExceptInRange(' ', '~') is var wrong and >= 0)
        {
            throw SettingsSection.Invalid(
                $"{IpcAppOptions.SectionName}:{name}",
                SettingsSection.Quote(value),
                $"one line of printable ASCII characters, since it is sent as a header; it has U+{(int)value![wrong]:X4}");
        }
    }

    /// <summary>What names a file or an address: Chromium leaves out line breaks and tabs, so that it would read another one.</summary>
    private static void CheckLine(string path, string? value)
    {
        if (value is not null && value.Any(char.IsControl))
        {
            throw SettingsSection.Invalid(path, SettingsSection.Quote(value), "one line without control characters");
        }
    }

    private static void Check(string path, IpcWindowOptions window, bool isDevelopment)
    {
        CheckLine($"{path}:{nameof(window.Url)}", window.Url);
        if (!PageAddress.IsAllowed(window.Url, isDevelopment))
        {
            throw SettingsSection.Invalid($"{path}:{nameof(window.Url)}", SettingsSection.Quote(window.Url), PageAddress.Expected(isDevelopment));
        }

        if (WindowRules.FindFault(window) is { } fault)
        {
            throw SettingsSection.Invalid($"{path}:{fault.Option}", SettingsSection.Quote(fault.Value), fault.Expected);
        }
    }

    private static IpcLimitOptions ReadLimits(SettingsSection section, IpcLimitOptions defaults)
    {
        var limits = new IpcLimitOptions
        {
            MaxMessageBytes = section.Whole(nameof(IpcLimitOptions.MaxMessageBytes), defaults.MaxMessageBytes, 1024, 256L << 20),
            MaxPendingInvokesPerFrame = (int)section.Whole(
                nameof(IpcLimitOptions.MaxPendingInvokesPerFrame), defaults.MaxPendingInvokesPerFrame, 1, 10_000_000),
            MaxWaitingBytesPerFrame = section.Whole(
                nameof(IpcLimitOptions.MaxWaitingBytesPerFrame), defaults.MaxWaitingBytesPerFrame, 64 * 1024, 16L << 30),
            MaxValuesPerByte = (int)section.Whole(nameof(IpcLimitOptions.MaxValuesPerByte), defaults.MaxValuesPerByte, 1, 1024),
            MaxOutputPerByte = (int)section.Whole(nameof(IpcLimitOptions.MaxOutputPerByte), defaults.MaxOutputPerByte, 8, 4096),
            CloseWindowOnOverload = section.Flag(nameof(IpcLimitOptions.CloseWindowOnOverload)) ?? defaults.CloseWindowOnOverload,
        };
        section.RefuseUnknownKeys();
        return limits;
    }

    private static IpcWindowOptions ReadWindow(SettingsSection section)
    {
        var defaults = new IpcWindowOptions();
        var window = new IpcWindowOptions
        {
            Width = (int)section.Whole(nameof(IpcWindowOptions.Width), defaults.Width, 100, 16_384),
            Height = (int)section.Whole(nameof(IpcWindowOptions.Height), defaults.Height, 100, 16_384),
            MinWidth = (int?)section.OptionalWhole(nameof(IpcWindowOptions.MinWidth), 1, 16_384),
            MinHeight = (int?)section.OptionalWhole(nameof(IpcWindowOptions.MinHeight), 1, 16_384),
            Title = section.Text(nameof(IpcWindowOptions.Title)),
            Url = section.Text(nameof(IpcWindowOptions.Url)) ?? defaults.Url,
            Preload = section.Text(nameof(IpcWindowOptions.Preload)),
            Show = section.Flag(nameof(IpcWindowOptions.Show)) ?? defaults.Show,
            SubFrames = section.Flag(nameof(IpcWindowOptions.SubFrames)) ?? defaults.SubFrames,
            Partition = section.Text(nameof(IpcWindowOptions.Partition)),
        };
        foreach (var origin in section.Texts(
            nameof(IpcWindowOptions.AllowedOrigins), "an array of origins, such as [ \"https://example.com\" ]"))
        {
            window.AllowedOrigins.Add(origin);
        }

        section.RefuseUnknownKeys();
        return window;
    }

    private static void RefuseTcpEndpoints(IConfiguration configuration)
    {
        foreach (var key in TcpSettings)
        {
            if (configuration[key] is { Length: > 0 } value)
            {
                var variable = key.ToUpperInvariant();
                throw new IpcStartupException(
                    $"The setting '{key}' (environment variable ASPNETCORE_{variable} or DOTNET_{variable}, or --{key}) is '{value}', "
                    + "which opens a TCP port. An ipcapp opens none; remove the setting.",
                    ExitCodes.InvalidSetting);
            }
        }

        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().FirstOrDefault() is { } endpoint)
        {
            throw new IpcStartupException(
                $"The setting '{endpoint.Path}' opens a TCP port. An ipcapp opens none; remove the setting.", ExitCodes.InvalidSetting);
        }
    }
}
