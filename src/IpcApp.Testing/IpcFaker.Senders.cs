using IpcApp.Internal.Settings;

namespace IpcApp.Testing;

/// <content>Who sends.</content>
public sealed partial class IpcFaker
{
    private const int LargestId = 1_000_000;

    /// <summary>A sender of any kind: frames and iframes of own, foreign, opaque and <c>file:</c> origins, some being left.</summary>
    public FakeSender Sender() => Bogus.Random.Int(0, 4) switch
    {
        0 or 1 => OwnSender(),
        2 => Vary(FakeSender.ForeignIframe) with { Url = ForeignUrl(out var origin), Origin = origin, IsMainFrame = Bogus.Random.Bool() },
        3 => Vary(FakeSender.Opaque),
        _ => Vary(FakeSender.File) with { Url = FileUrl() },
    };

    /// <summary>A main frame of the app's own origin: who may send to every handler.</summary>
    public FakeSender OwnSender() => Vary(FakeSender.OwnMainFrame) with { Url = OwnUrl(), Origin = OwnOrigin() };

    /// <summary>An origin of any kind, as Chromium serializes it.</summary>
    public string Origin() => Bogus.Random.Int(0, 3) switch
    {
        0 => OwnOrigin(),
        1 => ForeignOrigin(),
        2 => OpaqueOrigin(),
        _ => FileOrigin(),
    };

    /// <summary>The app's own origin, <c>app://local</c>.</summary>
#pragma warning disable CA1822 // beside the others, which draw
    public string OwnOrigin() => PageAddress.AppOrigin;

    /// <summary>The origin of a page from the disk.</summary>
    public string FileOrigin() => "file://";

    /// <summary>The origin of sandboxed iframes and <c>data:</c> pages: the string <c>null</c>.</summary>
    public string OpaqueOrigin() => "null";
#pragma warning restore CA1822

    /// <summary>An origin that is not the app's, among them those that look as if they were.</summary>
    public string ForeignOrigin()
    {
        var name = Bogus.Internet.DomainWord();
        return Bogus.Random.Int(0, 6) switch
        {
            0 => $"http://{name}.example",
            1 => $"http://localhost:{Bogus.Random.Int(1024, 65535)}",
            2 => $"app://local.{name}.example",
            3 => $"app://{name}",
            4 => $"https://xn--{name}-kva.example",
            5 => "http://[::1]:8080",
            _ => $"https://{name}.example",
        };
    }

    /// <summary>The address of a page of any kind of origin.</summary>
    public string Url() => Bogus.Random.Int(0, 4) switch
    {
        0 => OwnUrl(),
        1 => FileUrl(),
        2 => "about:blank",
        3 => $"data:text/html,{Bogus.Lorem.Word()}",
        _ => ForeignUrl(out _),
    };

    /// <summary>An id of a renderer process, from 1.</summary>
    public int ProcessId() => Bogus.Random.Int(1, LargestId);

    /// <summary>A routing id of a frame, from 1.</summary>
    public int FrameId() => Bogus.Random.Int(1, LargestId);

    private FakeSender Vary(FakeSender sender) => sender with
    {
        ProcessId = ProcessId(),
        FrameId = FrameId(),
        Name = Bogus.Random.Bool(0.3f) ? Bogus.Lorem.Word() : "",
        IsDetached = Bogus.Random.Bool(0.1f),
    };

    private string OwnUrl() => $"{OwnOrigin()}/{Bogus.Lorem.Word()}.html";

    private string FileUrl() => $"file:///home/{Bogus.Internet.UserName()}/{Bogus.Lorem.Word()}.html";

    private string ForeignUrl(out string origin)
    {
        origin = ForeignOrigin();
        return $"{origin}/{Bogus.Lorem.Word()}";
    }
}
