using IpcApp.Conformance.Handlers;
using IpcApp.Conformance.Suite;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Conformance.Scenarios;

/// <summary>The three attributes, on handler classes and their methods: <c>Handlers/SenderHandlers.cs</c>.</summary>
public abstract partial class SenderPolicyScenarios
{
    private const string Page = "page";
    private const string Iframe = "iframe";
    private const string ForeignIframe = "foreign iframe";
    private const string OpaqueIframe = "opaque iframe";
    private const string ForeignPage = "foreign page";

    [Theory]
    [InlineData("senders:own", Page)]
    [InlineData("senders:frames", Page, Iframe)]
    [InlineData("senders:frames-and-origin", Page, Iframe, ForeignIframe, ForeignPage)]
    [InlineData("senders:origin", Page, ForeignPage)]
    [InlineData("senders:origin-and-frames", Page, Iframe, ForeignIframe, ForeignPage)]
    [InlineData("senders:any", Page, Iframe, ForeignIframe, OpaqueIframe, ForeignPage)]
    [InlineData("senders:any-by-method", Page, Iframe, ForeignIframe, OpaqueIframe, ForeignPage)]
    public async Task The_attributes_of_a_handlers_class_and_method_say_who_may_send(string channel, params string[] accepted)
    {
        App.Services.GetRequiredService<HandlerNotes>().Add = Note;
        var page = await OpenPageAsync(WithSubFrames);
        await CheckAsync(Page, page);
        await CheckAsync(Iframe, await page.AddFrameAsync());
        await CheckAsync(ForeignIframe, await page.AddFrameAsync(ForeignFrame));
        await CheckAsync(OpaqueIframe, await page.AddFrameAsync(new FrameOptions { Sandboxed = true }));
        await page.VisitAsync($"{ConformanceApp.ForeignOrigin}/");
        await CheckAsync(ForeignPage, page);

        async Task CheckAsync(string name, Frame frame)
        {
            if (accepted.Contains(name))
            {
                await ShouldBeHeardAsync(frame, channel);
            }
            else
            {
                // The foreign page comes after an iframe of its origin, and the log names each origin once.
                await ShouldBeRefusedAsync(frame, channel, isLogged: name != ForeignPage);
            }
        }
    }

    [Fact]
    public async Task An_attribute_on_a_listener_does_not_open_the_handler_of_its_channel()
    {
        const string Channel = "senders:listener-alone";
        App.Services.GetRequiredService<HandlerNotes>().Add = Note;
        var page = await OpenPageAsync(WithSubFrames);
        var frame = await page.AddFrameAsync();
        (await frame.InvokeAsync(Channel)).ShouldFail(
            $"Error invoking remote method '{Channel}': Error: Sender not allowed for '{Channel}'");
        (await frame.SendSyncAsync(Channel)).ShouldBe("answer");
        Assert.Equal(["heard"], Notes);
        await ShouldBeHeardAsync(page, Channel);
    }
}
