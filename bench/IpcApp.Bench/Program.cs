using IpcApp.Bench.App;
using IpcApp.Bench.Driver;

if (args is ["app", .. var appArguments])
{
    await MeasuredApp.RunAsync(appArguments);
    return Environment.ExitCode;
}

return await Benchmark.RunAsync(args);
