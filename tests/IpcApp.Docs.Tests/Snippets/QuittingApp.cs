using Microsoft.Extensions.Hosting;

namespace IpcApp.Docs.Tests.Snippets;

public sealed class QuittingApp(IElectronApp electron, QuittingApp.Settings settings, QuittingApp.Updates updates) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        electron.WindowAllClosed += async (_, _) =>
        {
            if (!settings.KeepRunning)
            {
                await electron.QuitAsync();
            }
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        if (!await electron.QuitAsync(cancellationToken))
        {
            updates.InstallLater(); // a page has unsaved changes, and its user stays
        }
    }

    public sealed record Settings(bool KeepRunning);

    public sealed class Updates
    {
        public bool IsPostponed { get; private set; }

        public void InstallLater() => IsPostponed = true;
    }
}
