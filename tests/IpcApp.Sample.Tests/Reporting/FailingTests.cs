using Microsoft.Extensions.DependencyInjection;

namespace SampleApp._1.Tests.Reporting;

/// <summary>Tests that fail: <see cref="ReportingTests"/> runs them in a process of their own and reads what they print.</summary>
public sealed class FailingTests : IpcAppTest<Program>
{
    [Fact(Explicit = true)]
    public async Task Fails_after_some_messages()
    {
        Page.Send("notes:draft", "Hello");
        Assert.Equal(6, await Page.NextAsync<int>("notes:draft-saved"));
    }

    [Fact(Explicit = true)]
    public async Task Leaves_an_error_that_nobody_has_looked_at()
    {
        App.Services.GetRequiredService<IIpcMain>().On("late", (_, _) => throw new InvalidOperationException("The printer is on fire"));
        Page.Send("late");
        await App.WhenIdleAsync();
    }

    [Fact(Explicit = true)]
    public async Task Waits_for_a_message_that_never_comes()
        => await Page.NextAsync<int>("notes:draft-saved", TimeSpan.FromMilliseconds(1));
}
