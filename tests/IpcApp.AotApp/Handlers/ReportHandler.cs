using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace IpcApp.AotApp.Handlers;

public sealed record CheckResult(string Name, bool Ok, string Detail);

/// <summary>Writes what the page found, a line a check, and ends the app.</summary>
public sealed class ReportHandler(IConfiguration configuration, IHostApplicationLifetime lifetime) : IIpcHandler
{
    [IpcHandle]
    public void Results(IReadOnlyList<CheckResult> results)
    {
        File.WriteAllLines(
            configuration["ResultsFile"]!, results.Select(result => $"{(result.Ok ? "ok" : "failed")}: {result.Name} {result.Detail}"));
        lifetime.StopApplication();
    }
}
