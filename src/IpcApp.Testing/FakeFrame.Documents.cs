using System.Collections.Immutable;
using IpcApp.Testing.Internal;

namespace IpcApp.Testing;

/// <content>What a frame shows, and how it comes and goes.</content>
public sealed partial class FakeFrame
{
    /// <summary>Adds an iframe.</summary>
    /// <param name="url">Its page.</param>
    /// <param name="origin">
    /// Its origin, where it is not the page's; <c>null</c>, the string, for a sandboxed one. Null to derive it.
    /// </param>
    /// <param name="name">Its name.</param>
    /// <param name="processId">Its renderer process, where it is not that of its origin.</param>
    public FakeFrame AddFrame(string url, string? origin = null, string name = "", int? processId = null)
    {
        var child = new FakeFrame(_host, Window, this, url, origin, name, processId);
        ImmutableInterlocked.Update(ref _children, children => children.Add(child));
        _host.Introduce(child);
        return child;
    }

    /// <summary>Loads another page: calls that wait for an answer never settle, and handlers are told by their token.</summary>
    /// <param name="url">The page.</param>
    /// <param name="origin">Its origin, where it is not the page's. Null to derive it.</param>
    /// <param name="processId">Its renderer process, where it is not that of its origin.</param>
    /// <exception cref="InvalidOperationException">The frame was removed, or its window closed.</exception>
    public void Navigate(string url, string? origin = null, int? processId = null)
    {
        if (IsRemoved)
        {
            throw new InvalidOperationException($"The frame that showed {Url} was removed, so it cannot load another page.");
        }

        _host.FramesGone([this], "navigated");
        RemoveChildren();
        IsCrashed = false;
        Load(url, origin, processId);
        _host.Introduce(this);
        if (Parent is null)
        {
            Window.BecomeReady();
        }
    }

    /// <summary>
    /// Gives the document another address, as <c>history.pushState</c>, <c>replaceState</c> or <c>back</c> and links to a fragment do: it stays,
    /// calls go on waiting, and the app hears of it by <see cref="WebContents.DidNavigateInPage"/>.
    /// </summary>
    /// <param name="url">The new address, of the same origin as <see cref="Url"/>.</param>
    /// <exception cref="ArgumentException">The address is of another origin; call <see cref="Navigate"/> to load another page.</exception>
    /// <exception cref="InvalidOperationException">The frame was removed, has crashed, or is only unloading.</exception>
    public void NavigateInPage(string url)
    {
        if (IsRemoved || IsCrashed || IsDetached)
        {
            throw new InvalidOperationException($"The page {Url} is gone, so it cannot navigate within itself.");
        }

        if (WithoutFragment(url) != WithoutFragment(Url) && Origins.Of(url, "null") is var target
            && (target == "null" || target != Origins.Of(Url, "null")))
        {
            throw new ArgumentException(
                $"A document cannot get the address '{url}': it shows '{Url}', which is of another origin. Call Navigate to load another page.",
                nameof(url));
        }

        ChangeAddress(url, Origin);

        static string WithoutFragment(string address) => address.Split('#', 2)[0];
    }

    /// <summary>
    /// The page sets <c>window.name</c>. Electron has no event for it: <see cref="WebFrameMain.Name"/> in the app follows with the frame's next
    /// message or navigation.
    /// </summary>
    /// <param name="name">The new name.</param>
    public void SetName(string name)
    {
        Name = name;
        HasUnreportedChange = true;
    }

    /// <summary>
    /// Loads another page, and gives the document before it while it is still unloading: what that sends comes from a detached frame
    ///. Call <see cref="Remove"/> on it when it has unloaded.
    /// </summary>
    /// <param name="url">The page.</param>
    public FakeFrame Detach(string url)
    {
        var unloading = SplitOff();
        Navigate(url);
        return unloading;
    }

    /// <summary>Gets the keyboard's focus: <see cref="WebContents.GetFocusedFrameAsync"/> finds this frame from now on.</summary>
    public void Focus() => Window.FocusedFrame = this;

    /// <summary>
    /// Hides the document, as minimizing its window does, or shows it again. Electron has no event for it: the app learns of it with the
    /// frame's next message or navigation.
    /// </summary>
    /// <param name="isVisible"><see langword="true"/> to show the document; <see langword="false"/> to hide it.</param>
    public void SetVisibility(bool isVisible)
    {
        _isHidden = !isVisible;
        HasUnreportedChange = true;
    }

    /// <summary>
    /// <c>window.open</c>, where the app's own main-process JavaScript lets it: <see cref="WebContents.GetOpenerAsync"/> of the new window
    /// finds this frame.
    /// </summary>
    /// <param name="url">The page in it.</param>
    public FakeWindow OpenPopup(string url)
        => _host.OpenWindow(new FakeWindowOptions { Url = url, SubFrames = Window.SubFrames, Opener = this });

    /// <summary>Removes the frame, as removing an iframe's element does.</summary>
    /// <exception cref="InvalidOperationException">It is a main frame; close its window instead.</exception>
    public void Remove()
    {
        if (Parent is null && !IsDetached)
        {
            throw new InvalidOperationException("A main frame cannot be removed; close its window instead.");
        }

        if (IsDetached)
        {
            ImmutableInterlocked.Update(ref _place!._unloading, documents => documents.Remove(this));
        }
        else
        {
            ImmutableInterlocked.Update(ref Parent!._children, children => children.Remove(this));
        }

        // Marked first: what another thread sends meanwhile is refused, and brings nothing back.
        IReadOnlyList<FakeFrame> gone = [.. SelfAndDescendants];
        MarkRemoved();
        _host.FramesGone(gone, IsDetached ? "navigated" : "removed");
    }

    internal void MarkCrashed()
    {
        RemoveChildren();
        foreach (var document in _unloading)
        {
            document.Remove();
        }

        IsCrashed = true;
    }

    internal void MarkRemoved()
    {
        foreach (var frame in SelfAndDescendants)
        {
            frame.IsRemoved = true;
        }
    }

    private void RemoveChildren()
    {
        foreach (var child in _children)
        {
            child.Remove();
        }
    }

    private void Load(string url, string? origin, int? processId)
    {
        Url = url;
        Origin = origin ?? Origins.Of(url, Parent?.Origin);
        (ProcessId, FrameId) = _host.NextFrameIds(Origin, processId);
    }
}
