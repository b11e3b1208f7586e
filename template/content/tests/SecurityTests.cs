namespace SampleApp._1.Tests;

public sealed class SecurityTests : IpcAppTest<Program>
{
    [Fact]
    public async Task A_foreign_iframe_is_refused()
    {
        var window = App.OpenWindow(subFrames: true);
        var advertisement = window.MainFrame.AddFrame("https://ads.example/");

        var error = await Assert.ThrowsAsync<IpcRendererException>(() => advertisement.InvokeAsync("notes:list"));

        Assert.EndsWith("Error: Sender not allowed for 'notes:list'", error.Message);
    }

    // Wrong types, cycles, huge and malformed values for every channel: each is bound to a valid value, or refused before a handler runs.
    [Fact]
    public Task Hostile_input_is_refused() => App.AssertHostileInputIsRefusedAsync();

    // Who may call what: compared with PolicyMatrix.approved.txt. A change there is a change of the app's security.
    [Fact]
    public void Who_may_call_what_is_as_approved() => App.GetPolicyMatrix().AssertApproved();
}
