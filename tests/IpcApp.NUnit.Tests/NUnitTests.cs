using IpcApp.TestApp.Handlers;
using IpcApp.Testing;
using NUnit.Framework;

namespace IpcApp.NUnit.Tests;

/// <summary>What <c>IpcAppTest</c> does for xUnit takes these few lines in NUnit: <see cref="AppTest"/>.</summary>
public sealed class NUnitTests : AppTest
{
    [Test]
    public async Task A_handler_answers()
    {
        var older = await Page.InvokeAsync<Person>("echo:person", new Person("Ada", 36));

        Assert.That(older.Age, Is.EqualTo(37));
    }

    [Test]
    public async Task A_message_comes_back()
    {
        Page.Send("message:draft", "Hello");

        Assert.That(await Page.NextAsync<int>("message:draft-saved"), Is.EqualTo(5));
    }

    [Test]
    public async Task An_error_is_the_pages()
    {
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("fail:sync"));

        Assert.That(error!.Message, Is.EqualTo("Error invoking remote method 'fail:sync': Error: boom"));
    }

    [Test]
    public async Task The_log_is_the_tests_output()
    {
        Page.Send("fail:listener");
        await App.WhenIdleAsync();

        Assert.That(App.TakeErrors().Single().Exception!.Message, Is.EqualTo("listener failed"));
        Assert.That(TestExecutionContextOutput, Does.Contain("listener failed"));
    }

    [Test]
    public Task Hostile_input_is_refused() => App.AssertHostileInputIsRefusedAsync(channel: "echo:person");

    private static string TestExecutionContextOutput => global::NUnit.Framework.Internal.TestExecutionContext.CurrentContext.CurrentResult.Output;
}
