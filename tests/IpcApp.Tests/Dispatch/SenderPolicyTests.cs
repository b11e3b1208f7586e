using IpcApp.Testing;

namespace IpcApp.Tests.Dispatch;

/// <summary>Origins as a person writes them, against what Chromium says of a sender.</summary>
public sealed class SenderPolicyTests
{
    [Theory]
    [InlineData("https://example.com/", "https://example.com")]
    [InlineData("HTTPS://Example.COM:443", "https://example.com")]
    [InlineData("http://localhost:5173", "http://localhost:5173")]
    [InlineData("https://müller.example", "https://xn--mller-kva.example")]
    [InlineData("http://[::1]:80", "http://[::1]")]
    [InlineData("app://other", "app://other")]
    [InlineData("file://", "file://")]
    public void An_origin_is_written_as_Chromium_serializes_it(string text, string origin)
        => Assert.Equal([origin], IpcSenderPolicy.Default.AllowOrigin(text).Origins);

    [Theory]
    [InlineData("null")]
    [InlineData("example.com")]
    [InlineData("https://example.com/path")]
    [InlineData("https://user@example.com")]
    [InlineData("https://example.com/?query")]
    [InlineData("https://example.com/#part")]
    [InlineData("file:///")]
    public void What_is_no_origin_is_refused(string text)
    {
        var error = Assert.Throws<ArgumentException>(() => IpcSenderPolicy.Default.AllowOrigin(text));
        Assert.StartsWith(
            $"'{text}' is not an origin. Give scheme and host, and a port where it is not the usual one, such as https://example.com; "
            + "for opaque origins, which all read 'null', use any sender.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("origin", () => IpcSenderPolicy.Default.AllowOrigin([null!]));
    }

    [Fact]
    public void Policies_that_accept_the_same_senders_are_equal()
    {
        var (a, b) = ("https://a.example", "https://b.example");
        Assert.Equal(
            IpcSenderPolicy.Default.AllowOrigin(a, b).AllowSubFrames(),
            IpcSenderPolicy.Default.AllowSubFrames().AllowOrigin(b).AllowOrigin(a, a));
        Assert.NotEqual(IpcSenderPolicy.Default, IpcSenderPolicy.Default.AllowSubFrames());
        Assert.NotEqual(IpcSenderPolicy.AnySender, IpcSenderPolicy.Default.AllowSubFrames());
    }

    [Fact]
    public async Task A_development_server_counts_as_the_app()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(
            new IpcTestAppOptions { Args = ["--environment=Development", "--IpcApp:Windows:main:Url=http://localhost:5173/"] });
        Assert.Equal("http://localhost:5173/", app.Window("main").MainFrame.Url);
        Assert.Equal(3, await app.Window("main").MainFrame.InvokeAsync<int>("echo:sum", 1, 2));
        Assert.Equal(3, await app.OpenWindow().MainFrame.InvokeAsync<int>("echo:sum", 1, 2));
    }
}
