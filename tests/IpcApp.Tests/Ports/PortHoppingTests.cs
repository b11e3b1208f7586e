using System.Collections.Concurrent;
using IpcApp.Testing;

namespace IpcApp.Tests.Ports;

/// <summary>
/// A port that wanders between main and pages while its peer goes on posting: nothing is lost, doubled or out of order (S135).
/// </summary>
public sealed class PortHoppingTests : PortTest
{
    private const int Messages = 3_000;
    private const int Hops = 40;

    /// <summary>What each place has received, in its order.</summary>
    private readonly ConcurrentBag<List<int>> _received = [];

    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public async Task A_port_loses_nothing_on_its_way(int seed, bool fromPage)
    {
        var random = new Random(seed);
        FakeFrame[] pages = [Page, App.OpenWindow().MainFrame];
        var (post, port) = await OpenAsync(fromPage);
        var posting = Task.Run(() =>
        {
            for (var i = 0; i < Messages; i++)
            {
                post(i);
                if (i % 50 == 0)
                {
                    Thread.Yield();
                }
            }
        }, TestContext.Current.CancellationToken);
        for (var hop = 0; hop < Hops; hop++)
        {
            if (random.Next(3) == 0)
            {
                Record(port);
            }

            var page = pages[random.Next(2)];
            var there = await HandToPageAsync(page, port);
            port = Assert.Single((await PostToMainAsync(page, null, there)).Ports);
        }

        await posting;
        Record(port);
        await _all.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await App.WhenIdleAsync();
        Assert.Equal(Enumerable.Range(0, Messages), _received.SelectMany(place => place).Order());
        Assert.All(_received, place => Assert.Equal(place.Order(), place));
    }

    private async Task<(Action<int> Post, MessagePortMain Port)> OpenAsync(bool fromPage)
    {
        if (fromPage)
        {
            var (page, main) = await ConnectAsync();
            return (i => page.PostMessage(i), main);
        }

        var channel = new MessageChannelMain();
        return (i => channel.Port1.PostMessage(i), channel.Port2);
    }

    private void Record(MessagePortMain port)
    {
        var place = new List<int>();
        _received.Add(place);
        port.Message += (_, e) =>
        {
            place.Add(e.GetData<int>());
            if (Interlocked.Increment(ref _count) == Messages)
            {
                _all.SetResult();
            }
        };
        port.Start();
    }
}
