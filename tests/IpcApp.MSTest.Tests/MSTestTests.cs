using IpcApp.TestApp.Handlers;
using IpcApp.Testing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IpcApp.MSTest.Tests;

/// <summary>The test package in MSTest's hands.</summary>
[TestClass]
public sealed class MSTestTests(TestContext context)
{
    private IpcTestApp _app = null!;

    private FakeFrame Page => _app.Windows[0].MainFrame;

    [TestInitialize]
    public async Task StartAsync() => _app = await IpcTestApp.StartAsync<EchoHandler>(new IpcTestAppOptions { Output = context.WriteLine });

    [TestCleanup]
    public async Task EndAsync()
    {
        await using var app = _app;
        if (context.CurrentTestOutcome == UnitTestOutcome.Passed)
        {
            await app.AssertQuietAsync();
        }
    }

    [TestMethod]
    public async Task A_handler_answers()
    {
        var older = await Page.InvokeAsync<Person>("echo:person", new Person("Ada", 36));

        Assert.AreEqual(37, older.Age);
    }

    [TestMethod]
    public async Task An_error_is_the_pages()
    {
        var error = await Assert.ThrowsExactlyAsync<IpcRendererException>(() => Page.InvokeAsync("fail:sync"));

        Assert.AreEqual("Error invoking remote method 'fail:sync': Error: boom", error.Message);
    }

    [TestMethod]
    public Task Hostile_input_is_refused() => _app.AssertHostileInputIsRefusedAsync(channel: "echo:person");
}
