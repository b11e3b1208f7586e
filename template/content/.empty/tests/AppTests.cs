namespace SampleApp._1.Tests;

// Each test gets the app's own Program, with a fake window in the place of Electron's. What a page would send, the test sends.
public sealed class AppTests : IpcAppTest<Program>
{
    [Fact]
    public async Task A_page_is_greeted_by_name()
        => Assert.StartsWith("Hello Ada, from .NET ", await Page.InvokeAsync<string>("app:greet", "Ada"));

    // Wrong types, cycles, huge and malformed values for every channel: each is bound to a valid value, or refused before a handler runs.
    [Fact]
    public Task Hostile_input_is_refused() => App.AssertHostileInputIsRefusedAsync();

    // Who may call what: compared with PolicyMatrix.approved.txt. A change there is a change of the app's security.
    [Fact]
    public void Who_may_call_what_is_as_approved() => App.GetPolicyMatrix().AssertApproved();
}
