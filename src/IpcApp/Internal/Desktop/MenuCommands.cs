using System.Collections.Concurrent;
using System.Text.Json;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Desktop;

/// <summary>Sets menus, and brings clicks to the items they were made on. An item's number is never given to another.</summary>
internal sealed class MenuCommands(RemoteCalls calls, UserEvents events) : IDisposable
{
    private const int ApplicationMenu = 0;

    private readonly SemaphoreSlim _setting = new(1);
    private readonly ConcurrentDictionary<uint, MenuItem> _items = new();
    private readonly ConcurrentDictionary<int, IReadOnlyList<uint>> _shown = new();
    private uint _last;

    /// <summary>Sets the menu of a window, or of the app.</summary>
    public Task SetAsync(BrowserWindow? window, IReadOnlyList<MenuItem>? menu, CancellationToken cancellationToken)
    {
        MenuWriter.Check(menu ?? []);
        return SetInTurnAsync(window, menu).WaitAsync(cancellationToken);
    }

    /// <summary>Runs what an item does, in the order of the clicks.</summary>
    public void Clicked(uint number, BrowserWindow? window, bool isChecked)
    {
        if (_items.TryGetValue(number, out var item))
        {
            events.Raise($"The click handler of the menu item '{item.Label ?? item.Id}'", () => item.Click!(new(item, window, isChecked)));
        }
    }

    /// <summary>The items of a window that is gone.</summary>
    public void Forget(int windowId)
    {
        if (_shown.TryRemove(windowId, out var numbers))
        {
            Remove(numbers);
        }
    }

    public void Dispose() => _setting.Dispose();

    private async Task SetInTurnAsync(BrowserWindow? window, IReadOnlyList<MenuItem>? menu)
    {
        await _setting.WaitAsync().ConfigureAwait(false);
        try
        {
            var numbers = await SendAsync(window, menu).ConfigureAwait(false);

            // Clicks on the menu before came before the answer, so its items are not needed any more.
            Forget(window?.Id ?? ApplicationMenu);
            _shown[window?.Id ?? ApplicationMenu] = numbers;
        }
        finally
        {
            _setting.Release();
        }
    }

    private async Task<IReadOnlyList<uint>> SendAsync(BrowserWindow? window, IReadOnlyList<MenuItem>? menu)
    {
        var numbers = new List<uint>();
        try
        {
            await calls.InvokeAsync(RemoteAction.SetMenu, WriteArguments, CancellationToken.None).ConfigureAwait(false);
            return numbers;
        }
        catch
        {
            Remove(numbers); // a menu that was not shown cannot be clicked
            throw;
        }

        void WriteArguments(Utf8JsonWriter json)
        {
            json.WriteOptional("windowId", window?.Id);
            if (menu is not null)
            {
                new MenuWriter(json, item => Number(item, numbers)).Write("items", menu);
            }
        }
    }

    private void Remove(IReadOnlyList<uint> numbers)
    {
        foreach (var number in numbers)
        {
            _items.TryRemove(number, out _);
        }
    }

    private uint Number(MenuItem item, List<uint> numbers)
    {
        var number = Interlocked.Increment(ref _last);
        _items[number] = item;
        numbers.Add(number);
        return number;
    }
}
