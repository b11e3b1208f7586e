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
        var section = new SettingsSection(configuration.GetSection(IpcAppOptions.SectionName));
        var defaults = new IpcAppOptions();
        var options = new IpcAppOptions
        {
            Host = section.Choice(nameof(IpcAppOptions.Host), defaults.Host),
            Headless = section.Flag(nameof(IpcAppOptions.Headless)),
            RemoteDebuggingPort = (int?)section.OptionalWhole(nameof(IpcAppOptions.RemoteDebuggingPort), 1024, 65535),
            Dispatch = section.Choice(nameof(IpcAppOptions.Dispatch), defaults.Dispatch),
            ContentSecurityPolicy = section.Text(nameof(IpcAppOptions.ContentSecurityPolicy)),
            HandshakeTimeout = section.Duration(
                nameof(IpcAppOptions.HandshakeTimeout), defaults.HandshakeTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            SyncDeadline = section.Duration(
                nameof(IpcAppOptions.SyncDeadline), defaults.SyncDeadline, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)),
            Record = section.Text(nameof(IpcAppOptions.Record)),
            RecordPayloads = section.Flag(nameof(IpcAppOptions.RecordPayloads)) ?? defaults.RecordPayloads,
            DefaultWindow = section.Flag(nameof(IpcAppOptions.DefaultWindow)) ?? defaults.DefaultWindow,
            Limits = ReadLimits(section.Child(nameof(IpcAppOptions.Limits)), defaults.Limits),
        };

        foreach (var window in section.Children(nameof(IpcAppOptions.Windows)))
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

    private static void Check(string path, IpcWindowOptions window, bool isDevelopment)
    {
        if (!PageAddress.IsAllowed(window.Url, isDevelopment))
        {
            throw SettingsSection.Invalid($"{path}:{nameof(window.Url)}", window.Url, PageAddress.Expected(isDevelopment));
        }

        if (WindowRules.FindFault(window) is { } fault)
        {
            throw SettingsSection.Invalid($"{path}:{fault.Option}", fault.Value, fault.Expected);
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
        foreach (var origin in section.Texts(nameof(IpcWindowOptions.AllowedOrigins)))
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
