using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace IpcApp.TestApp.Handlers;

public sealed record CheckResult(string Name, bool Ok, string Detail);

/// <summary>Takes the results of <c>checks.js</c> and ends the app.</summary>
public sealed class ChecksHandler(IConfiguration configuration, IHostApplicationLifetime lifetime) : IIpcHandler
{
    [IpcHandle]
    public void Report(IReadOnlyList<CheckResult> results)
    {
        File.WriteAllText(configuration["ResultsFile"]!, JsonSerializer.Serialize(results));
        lifetime.StopApplication();
    }
}
