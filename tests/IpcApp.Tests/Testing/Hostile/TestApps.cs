using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Testing.Hostile;

internal static class TestApps
{
    public static IIpcMain IpcMain(this IpcTestApp app) => app.Services.GetRequiredService<IIpcMain>();

    public static IReadOnlyList<WebContents> GetContents(this IpcTestApp app)
        => app.Services.GetRequiredService<IWebContentsRegistry>().GetAllWebContents();

    /// <summary>The cases of what the test has registered itself.</summary>
    public static IEnumerable<IpcHostileCase> MyCases(this IpcTestApp app)
        => new IpcHostileSuite(app).Cases.Where(hostile => hostile.Channel.StartsWith("mine:", StringComparison.Ordinal));
}
