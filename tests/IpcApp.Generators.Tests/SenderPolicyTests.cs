using IpcApp.Generators.Tests.Support;
using IpcApp.Testing;

namespace IpcApp.Generators.Tests;

/// <summary>The attributes that say who may send, from the user's source to the registration and to the page.</summary>
public sealed class SenderPolicyTests
{
    private const string Handlers = """
        [AllowOrigin("https://partner.example")]
        public sealed class PartnerHandler : IIpcHandler
        {
            [IpcHandle("class")] public int Class() => 1;
            [IpcHandle("both"), AllowOrigin("https://second.example", "https://partner.example"), AllowSubFrames] public int Both() => 2;
            [IpcHandle("any"), AllowAnySender] public int Any() => 3;
        }

        public abstract class Base : IIpcHandler { [IpcOn("inherited")] public void On() { } }
        [AllowSubFrames] public sealed class DerivedHandler : Base;
        public sealed class PlainHandler : IIpcHandler { [IpcHandle("plain")] public int Plain() => 4; }
        """;

    [Theory]
    [InlineData("class", "main frames of the app's own origin, https://partner.example")]
    [InlineData("both", "all frames of the app's own origin, https://partner.example, https://second.example")]
    [InlineData("any", "any sender")]
    [InlineData("inherited", "all frames of the app's own origin")]
    [InlineData("plain", "main frames of the app's own origin")]
    public void A_method_adds_to_what_its_class_allows(string channel, string policy)
    {
        var registration = LoadedApp.Load(Handlers).Registrations().Single(registration => registration.Channel == channel);

        Assert.Equal(policy, registration.SenderPolicy.ToString());
    }

    [Fact]
    public async Task A_page_is_answered_or_refused_by_them()
    {
        await using var app = await RunningApp.StartAsync(Handlers);
        var window = app.OpenWindow(subFrames: true);
        var partner = window.MainFrame.AddFrame("https://partner.example/");
        var sandboxed = window.MainFrame.AddFrame("app://local/inner.html", "null");
        var own = window.MainFrame.AddFrame("app://local/inner.html");

        Assert.Equal(2, await partner.InvokeAsync<int>("both"));
        Assert.Equal(3, await sandboxed.InvokeAsync<int>("any"));
        Assert.Equal(4, await window.MainFrame.InvokeAsync<int>("plain"));
        await AssertRefused(partner, "class");
        await AssertRefused(sandboxed, "both");
        await AssertRefused(own, "plain");
    }

    private static async Task AssertRefused(FakeFrame frame, string channel)
    {
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => frame.InvokeAsync(channel));
        Assert.Equal($"Error invoking remote method '{channel}': Error: Sender not allowed for '{channel}'", error.Message);
    }
}
