using System.Text.RegularExpressions;
using IpcApp.Tests.Shared;

namespace IpcApp.Architecture.Tests;

/// <summary>Users filter and search the log by event ids, so that each means one thing.</summary>
public sealed partial class EventIdTests
{
    [Fact]
    public void Each_event_id_is_used_by_one_message()
    {
        var ids = Directory.EnumerateFiles(Checkout.PathOf("src", "IpcApp"), "*Log.cs", SearchOption.AllDirectories)
            .Where(file => !Checkout.RelativePathOf(file).Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Message().Matches(File.ReadAllText(file)).Select(match => (Id: match.Groups["id"].Value, File: Path.GetFileName(file))))
            .ToList();
        Assert.InRange(ids.Count, 40, 1_000);
        Assert.Empty(ids.GroupBy(message => message.Id).Where(group => group.Count() > 1).SelectMany(group => group));
    }

    [GeneratedRegex(@"\[LoggerMessage\((EventId = )?(?<id>\d+)")]
    private static partial Regex Message();
}
