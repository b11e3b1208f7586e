namespace IpcApp.Conformance.Suite;

/// <summary>The app that the scenarios of one class share; it starts with the first.</summary>
/// <param name="driver">The renderer's name, as its list of rules has it.</param>
public abstract class AppFixture(string driver) : IAsyncLifetime
{
    private ConformanceApp? _app;

    public ConformanceApp App => _app ?? throw new InvalidOperationException("The app was not started.");

    public string Driver => driver;

    /// <summary>The rules that this renderer cannot show, with the reasons.</summary>
    public IReadOnlyDictionary<int, string> NotObservable { get; } = RuleList.Read(driver);

    /// <summary>Why no scenario runs on it on this machine; null if they do.</summary>
    public virtual string? NotRunReason => null;

    public async ValueTask InitializeAsync()
    {
        if (NotRunReason is null)
        {
            _app = await StartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>Takes another app, after a scenario that left something behind.</summary>
    public async Task RestartAsync()
    {
        await App.DisposeAsync();
        _app = await StartAsync();
    }

    protected abstract Task<ConformanceApp> StartAsync();
}
