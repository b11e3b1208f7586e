using IpcApp.Infrastructure;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpcApp.Tests.Development;

/// <summary>An app that does not call <c>AddIpcHandlers</c>.</summary>
public sealed class ForgottenHandlersTests : DevelopmentTest
{
    [Fact]
    public async Task Is_warned_once_and_told_what_to_add()
    {
        var options = InDevelopment();
        options.ConfigureServices = Forget;
        await using var app = await IpcTestApp.StartAsync<Program>(options);
        Assert.Equal(
            [
                "No handlers were added, although there are some in IpcApp.TestApp, IpcApp.TestHandlers. "
                + "Call builder.Services.AddIpcHandlers() before builder.Build().",
            ],
            Warnings(app));
    }

    [Fact]
    public async Task Is_not_warned_outside_of_development()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(Forget);
        Assert.Empty(Warnings(app));
    }

    private static void Forget(IServiceCollection services) => services.RemoveAll<IpcRegistration>();
}
