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
}
