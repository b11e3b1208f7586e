using IpcApp.Internal.Ground;
using Microsoft.Extensions.Configuration;

namespace IpcApp.Internal.Settings;

/// <summary>Reads the section <c>IpcApp</c> strictly, and refuses settings that would open a TCP port.</summary>
internal static class SettingsReader
{
    private static readonly string[] TcpSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>Sets what the configuration says; the rest stays as it is.</summary>
    /// <exception cref="IpcStartupException">A setting is invalid, or asks for a TCP port.</exception>
    public static void Read(IConfiguration configuration, IpcAppOptions options)
    {
        RefuseTcpEndpoints(configuration);
        var section = SettingsSection.Section(
            configuration.GetSection(IpcAppOptions.SectionName), "a section with settings, such as { \"Host\": \"auto\" }");
        options.Host = section.Choice(nameof(IpcAppOptions.Host), options.Host);
        options.Headless = section.Flag(nameof(IpcAppOptions.Headless)) ?? options.Headless;
        options.RemoteDebuggingPort
            = (int?)section.OptionalWhole(nameof(IpcAppOptions.RemoteDebuggingPort), SettingRanges.RemoteDebuggingPort) ?? options.RemoteDebuggingPort;
        options.Dispatch = section.Choice(nameof(IpcAppOptions.Dispatch), options.Dispatch);
        options.NullElements = section.Choice(nameof(IpcAppOptions.NullElements), options.NullElements);
        options.ContentSecurityPolicy = section.Text(nameof(IpcAppOptions.ContentSecurityPolicy)) ?? options.ContentSecurityPolicy;
        options.HandshakeTimeout = section.Duration(
            nameof(IpcAppOptions.HandshakeTimeout), options.HandshakeTimeout, SettingRanges.HandshakeTimeout);
        options.SyncDeadline = section.Duration(
            nameof(IpcAppOptions.SyncDeadline), options.SyncDeadline, SettingRanges.SyncDeadline);
        options.Record = section.Text(nameof(IpcAppOptions.Record)) ?? options.Record;
        options.RecordPayloads = section.Flag(nameof(IpcAppOptions.RecordPayloads)) ?? options.RecordPayloads;
        options.DefaultWindow = section.Flag(nameof(IpcAppOptions.DefaultWindow)) ?? options.DefaultWindow;
        options.QuitWhenAllWindowsClosed
            = section.Flag(nameof(IpcAppOptions.QuitWhenAllWindowsClosed)) ?? options.QuitWhenAllWindowsClosed;
        options.Limits = ReadLimits(
            section.Child(nameof(IpcAppOptions.Limits), "a section with limits, such as { \"MaxMessageBytes\": 1048576 }"), options.Limits);

        var windows = section.Children(
            nameof(IpcAppOptions.Windows),
            "a section that names each window, such as { \"main\": { \"Width\": 800 } }",
            "a section with the window's options, such as { \"Width\": 800 }");
        foreach (var window in windows)
        {
            options.Windows[window.Name] = ReadWindow(window);
        }

        section.RefuseUnknownKeys();
    }

    private static IpcLimitOptions ReadLimits(SettingsSection section, IpcLimitOptions defaults)
    {
        var limits = new IpcLimitOptions
        {
            MaxMessageBytes = section.Whole(nameof(IpcLimitOptions.MaxMessageBytes), defaults.MaxMessageBytes, SettingRanges.MaxMessageBytes),
            MaxPendingInvokesPerFrame = (int)section.Whole(
                nameof(IpcLimitOptions.MaxPendingInvokesPerFrame), defaults.MaxPendingInvokesPerFrame, SettingRanges.MaxPendingInvokesPerFrame),
            MaxWaitingBytesPerFrame = section.Whole(
                nameof(IpcLimitOptions.MaxWaitingBytesPerFrame), defaults.MaxWaitingBytesPerFrame, SettingRanges.MaxWaitingBytesPerFrame),
            MaxValuesPerByte = (int)section.Whole(nameof(IpcLimitOptions.MaxValuesPerByte), defaults.MaxValuesPerByte, SettingRanges.MaxValuesPerByte),
            MaxOutputPerByte = (int)section.Whole(nameof(IpcLimitOptions.MaxOutputPerByte), defaults.MaxOutputPerByte, SettingRanges.MaxOutputPerByte),
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
            Width = (int)section.Whole(nameof(IpcWindowOptions.Width), defaults.Width, WindowRules.Size),
            Height = (int)section.Whole(nameof(IpcWindowOptions.Height), defaults.Height, WindowRules.Size),
            MinWidth = (int?)section.OptionalWhole(nameof(IpcWindowOptions.MinWidth), WindowRules.MinSize),
            MinHeight = (int?)section.OptionalWhole(nameof(IpcWindowOptions.MinHeight), WindowRules.MinSize),
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
