using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Windows;

/// <summary>Windows that the settings open.</summary>
public sealed class WindowSettingsTests
{
    [Fact]
    public async Task Each_name_is_a_window()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new()
        {
            Args =
            [
                "--IpcApp:Windows:first:Url=app://local/first.html",
                "--IpcApp:Windows:second:Title=Second",
                "--IpcApp:Windows:second:Show=false",
            ],
        });
        var windows = app.Services.GetRequiredService<IBrowserWindows>();
        Assert.Equal(["first", "second"], windows.GetAllWindows().Select(window => window.Name));
        Assert.Equal("app://local/first.html", windows.FromName("first")!.WebContents.MainFrame.Url);
        Assert.Equal("Second", windows.FromName("second")!.Title);
        Assert.Equal([true, false], app.Windows.Select(window => window.IsVisible));
    }

    [Fact]
    public async Task An_app_can_start_without_any()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:DefaultWindow=false"] });
        Assert.Empty(app.Windows);
        Assert.Empty(app.Services.GetRequiredService<IBrowserWindows>().GetAllWindows());
    }

    [Fact]
    public async Task Headless_hides_what_the_app_makes_too()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:Headless=true"] });
        await app.Services.GetRequiredService<IBrowserWindows>().CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([false, false], app.Windows.Select(window => window.IsVisible));
    }

    [Fact]
    public async Task An_impossible_size_is_refused_wherever_it_was_set()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => IpcTestApp.StartAsync<Program>(services =>
            services.Configure<IpcAppOptions>(options => options.Windows["main"] = new IpcWindowOptions { MinHeight = 0 })));
        Assert.Equal("The setting 'IpcApp:Windows:main:MinHeight' is '0', but it must be a whole number from 1 to 16384.", error.Message);
    }

    [Fact]
    public async Task What_a_window_may_show_is_named_by_origins()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:Windows:main:AllowedOrigins:0=https://partner.example"] });
        Assert.Equal(["https://partner.example"], app.Services.GetRequiredService<IpcAppOptions>().Windows["main"].AllowedOrigins);

        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:Windows:main:AllowedOrigins:0=https://partner.example/path"] }));
        Assert.Equal(
            "The setting 'IpcApp:Windows:main:AllowedOrigins' is 'https://partner.example/path', "
            + "but it must be origins, each scheme and host, such as https://example.com.",
            error.Message);
    }
}
