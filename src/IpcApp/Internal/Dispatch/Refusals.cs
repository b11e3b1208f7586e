using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// Logs who was refused: once for each channel and origin, as the host does, so that a page that goes on sending can not fill the log.
/// </summary>
internal sealed class Refusals(ILogger<IIpcMain> logger)
{
    private const int MostLines = 1000;

    private readonly ConcurrentDictionary<(string Channel, string Origin), bool> _logged = new();

    public void Report(IncomingMessage message)
    {
        if (_logged.Count < MostLines && _logged.TryAdd((message.Channel, message.Sender.Origin), true))
        {
            DispatchLog.SenderRefused(logger, message);
        }
    }
}
