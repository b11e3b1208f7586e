using IpcApp.Internal.Ground;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpcApp.Tests.Hosting;

/// <summary>All ways to an options type lead to one set of values.</summary>
public sealed class OptionsTests
{
    private static readonly IpcTestAppOptions Serial = new() { Args = ["--IpcApp:Dispatch=serial", "--IpcApp:Limits:MaxMessageBytes=4096"] };

    [Fact]
    public async Task Settings_are_the_same_however_they_are_asked_for()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(Serial);
        var settings = Same<IpcAppOptions>(app);
        Assert.Equal(IpcDispatchMode.Serial, settings.Dispatch);
        Assert.Same(settings, app.Services.GetRequiredService<IpcAppOptions>());
        Assert.NotEmpty(settings.Windows);
    }

    [Fact]
    public async Task Limits_are_those_of_the_settings()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(Serial);
        var limits = Same<IpcLimitOptions>(app);
        Assert.Equal(4096, limits.MaxMessageBytes);
        Assert.Same(app.Services.GetRequiredService<IpcAppOptions>().Limits, limits);
    }

    [Fact]
    public async Task Limits_that_are_set_by_themselves_hold()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(
            services => services.Configure<IpcLimitOptions>(limits => limits.MaxPendingInvokesPerFrame = 3));
        Assert.Equal(3, Same<IpcLimitOptions>(app).MaxPendingInvokesPerFrame);
        Assert.Equal(3, app.Services.GetRequiredService<IpcAppOptions>().Limits.MaxPendingInvokesPerFrame);
    }

    [Fact]
    public async Task How_values_cross_is_the_same_however_it_is_asked_for()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(
            services => services.Configure<IpcSerializerOptions>(options => options.Int64AsNumber = true));
        Assert.True(Same<IpcSerializerOptions>(app).Int64AsNumber);
    }

    [Fact]
    public async Task Code_of_the_app_comes_after_the_settings_and_before_its_validators()
    {
        var seen = new List<string>();
        await using var app = await IpcTestApp.StartAsync<Program>(new IpcTestAppOptions
        {
            Args = ["--IpcApp:Dispatch=serial"],
            ConfigureServices = services =>
            {
                services.Configure<IpcAppOptions>(options => seen.Add($"configure {options.Dispatch}"));
                services.PostConfigure<IpcAppOptions>(options => seen.Add($"post {options.Dispatch}"));
                services.AddOptions<IpcAppOptions>()
                    .Validate(options =>
                    {
                        seen.Add($"validate {options.Dispatch}");
                        return true;
                    })
                    .ValidateOnStart();
            },
        });
        Same<IpcAppOptions>(app);
        Assert.Equal(["configure Serial", "post Serial", "validate Serial"], seen);
    }

    [Fact]
    public async Task A_validator_of_the_app_refuses_the_start_with_its_text()
    {
        var refusal = await Assert.ThrowsAsync<IpcStartupException>(() => IpcTestApp.StartAsync<Program>(services => services
            .AddOptions<IpcAppOptions>()
            .Validate(options => options.Dispatch == IpcDispatchMode.Serial, "This app needs IpcApp:Dispatch=serial.")));
        Assert.Equal(("This app needs IpcApp:Dispatch=serial.", ExitCodes.InvalidSetting), (refusal.Message, refusal.ExitCode));
    }

    [Fact]
    public async Task A_validator_of_the_limits_refuses_the_start_with_its_text()
    {
        var refusal = await Assert.ThrowsAsync<IpcStartupException>(() => IpcTestApp.StartAsync<Program>(services => services
            .AddOptions<IpcLimitOptions>()
            .Validate(limits => limits.MaxPendingInvokesPerFrame < 100, "This app allows 99 pending calls.")));
        Assert.Equal(("This app allows 99 pending calls.", ExitCodes.InvalidSetting), (refusal.Message, refusal.ExitCode));
    }

    [Fact]
    public async Task A_setting_that_is_unsafe_is_refused_wherever_it_is_read()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => IpcTestApp.StartAsync<Program>(services =>
        {
            services.Configure<IpcAppOptions>(options => options.Windows["evil"] = new IpcWindowOptions { Url = "https://example.com/" });
            services.AddOptions<IpcAppOptions>().ValidateOnStart();
        }));
        Assert.Contains("IpcApp:Windows:evil:Url", refusal.Message, StringComparison.Ordinal);
    }

    private static TOptions Same<TOptions>(IpcTestApp app)
        where TOptions : class
    {
        var options = app.Services.GetRequiredService<IOptions<TOptions>>().Value;
        using var scope = app.Services.CreateScope();
        Assert.Same(options, app.Services.GetRequiredService<IOptionsMonitor<TOptions>>().CurrentValue);
        Assert.Same(options, scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<TOptions>>().Value);
        return options;
    }

    /// <summary>By value, how each setting with a range can be out of it.</summary>
    public static TheoryData<string, string, Action<IpcAppOptions>> OutOfRange => new()
    {
        { "HandshakeTimeout' is '00:00:00'", "from 00:00:01 to 00:10:00", options => options.HandshakeTimeout = TimeSpan.Zero },
        { "SyncDeadline' is '-00:00:01'", "from 00:00:00.0010000 to 01:00:00", options => options.SyncDeadline = TimeSpan.FromSeconds(-1) },
        { "Limits:MaxMessageBytes' is '1023'", "from 1024 to 268435456", options => options.Limits.MaxMessageBytes = 1023 },
        { "Limits:MaxPendingInvokesPerFrame' is '0'", "from 1 to 10000000", options => options.Limits.MaxPendingInvokesPerFrame = 0 },
        { "Limits:MaxWaitingBytesPerFrame' is '-1'", "from 65536 to 17179869184", options => options.Limits.MaxWaitingBytesPerFrame = -1 },
        { "Limits:MaxValuesPerByte' is '1025'", "from 1 to 1024", options => options.Limits.MaxValuesPerByte = 1025 },
        { "Limits:MaxOutputPerByte' is '7'", "from 8 to 4096", options => options.Limits.MaxOutputPerByte = 7 },
        { "Windows:main:Width' is '99'", "from 100 to 16384", options => options.Windows["main"] = new() { Width = 99 } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public async Task A_number_out_of_its_range_is_refused_when_it_is_set_in_code(string found, string expected, Action<IpcAppOptions> set)
    {
        var error = await Assert.ThrowsAsync<IpcStartupException>(() => IpcTestApp.StartAsync<Program>(services => services.PostConfigure(set)));
        Assert.StartsWith($"The setting 'IpcApp:{found}, but it must be ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.InvalidSetting, error.ExitCode);
    }

    [Fact]
    public async Task A_range_includes_its_ends()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(services => services.Configure<IpcLimitOptions>(limits =>
            (limits.MaxMessageBytes, limits.MaxValuesPerByte, limits.MaxOutputPerByte) = (1024, 1024, 8)));
        Assert.Equal(1024, Same<IpcLimitOptions>(app).MaxValuesPerByte);
    }
}
