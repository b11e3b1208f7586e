using Microsoft.Extensions.Hosting;

namespace IpcApp.Docs.Tests.Snippets;

public sealed class OpenedFiles(IElectronApp electron, IBrowserWindows windows) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        electron.SecondInstance += (_, e) => Show(FilesIn(e.Arguments, e.WorkingDirectory));
        electron.OpenFile += (_, e) => Show([e.Path]);
        return Task.CompletedTask;
    }

    /// <summary>For a handler that the page asks when it is there.</summary>
    public string[] OfTheFirstStart() => FilesIn(electron.Arguments, electron.WorkingDirectory);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Show(string[] files) => windows.FromName("main")?.WebContents.Send("files:opened", files);

    private static string[] FilesIn(IReadOnlyList<string> arguments, string folder)
        => [.. arguments.Where(argument => !argument.StartsWith('-')).Select(argument => Path.GetFullPath(argument, folder)).Where(File.Exists)];
}
