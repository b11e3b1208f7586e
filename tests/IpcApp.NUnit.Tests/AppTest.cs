using IpcApp.TestApp.Handlers;
using IpcApp.Testing;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace IpcApp.NUnit.Tests;

/// <summary>An app for each test, its log as the test's output, and nothing left behind.</summary>
public abstract class AppTest
{
    protected IpcTestApp App { get; private set; } = null!;

    protected FakeFrame Page => App.Windows[0].MainFrame;

    [SetUp]
    public async Task StartAsync() => App = await IpcTestApp.StartAsync<EchoHandler>(new IpcTestAppOptions { Output = TestContext.Out.WriteLine });

    [TearDown]
    public async Task EndAsync()
    {
        await using var app = App;
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Passed)
        {
            await app.AssertQuietAsync();
        }
    }
}
