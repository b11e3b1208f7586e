using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Testing;

/// <summary>How <see cref="IpcTestApp.StartAsync{TProgram}(IpcTestAppOptions?)"/> starts an app.</summary>
/// <remarks>Read once, at the start; changes after it have no effect. Not to be changed by several threads at once.</remarks>
public sealed class IpcTestAppOptions
{
    /// <summary>
    /// The command line that <c>Program</c> gets, such as <c>--Section:Key=value</c>. Empty by default. An app whose <c>Main</c> takes no
    /// arguments does not see it.
    /// </summary>
    public IReadOnlyList<string> Args { get; set; } = [];

    /// <summary>
    /// Called when the app is built, after it has added its services, to replace some of them. Null, the default, for nothing to replace.
    /// </summary>
    public Action<IServiceCollection>? ConfigureServices { get; set; }

    /// <summary>
    /// Settings by their full names (<c>IpcApp:SyncDeadline</c>), which beat every file, the environment and <see cref="Args"/>. They hold
    /// from <see cref="IpcApplication.CreateBuilder"/> on, so also where <c>Program</c> reads <c>builder.Configuration</c>, and beat what it
    /// adds itself once the app is built. Null removes nothing: it is a setting without a value. <c>environment</c> sets the app's
    /// environment, such as <c>Development</c>. Empty by default.
    /// </summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The app's clock: what services get as <see cref="System.TimeProvider"/>, and what the deadline of a <c>sendSync</c> is measured by
    /// (<see cref="IpcAppOptions.SyncDeadline"/>). Null, the default, leaves the app its own. <see cref="Timeout"/> and the time that
    /// handlers get when the app ends are real time always.
    /// </summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>
    /// Steps the app: from its start on nothing moves by itself, and <see cref="IpcTestApp.Step"/>, <see cref="IpcTestApp.Drain"/> and
    /// <see cref="IpcTestApp.WhenIdleAsync"/> make one step after another, in an order that the seed decides. The same seed gives the same
    /// order; another one, often, another. Null, the default, lets everything run on the thread pool, as in a real app.
    /// </summary>
    public int? Seed { get; set; }

    /// <summary>
    /// Gets each line of the app's log and of the trace of messages, such as <c>testOutput.WriteLine</c>. Called on any thread, one call at
    /// a time; what it throws is ignored, so it may outlive the test. The app's own console logger is then left out. Null by default.
    /// </summary>
    public Action<string>? Output { get; set; }

    /// <summary>
    /// The least level of what <see cref="IpcTestApp.Logs"/> keeps and <see cref="Output"/> gets: <see cref="LogLevel.Information"/> by
    /// default. The filters in the app's own settings do not matter here.
    /// </summary>
    public LogLevel MinimumLogLevel { get; set; } = LogLevel.Information;

    /// <summary>
    /// How long <see cref="FakeFrame.NextAsync{T}"/>, <see cref="IpcTestApp.WhenIdleAsync"/>, <see cref="IpcTestApp.AssertQuietAsync"/> and
    /// the like wait, in real time, unless they are told otherwise. Positive, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>;
    /// 10 seconds by default, and for ever while a debugger is attached.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither.</exception>
    public TimeSpan Timeout
    {
        get;
        set => field = value > TimeSpan.Zero || value == System.Threading.Timeout.InfiniteTimeSpan
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "The timeout must be positive, or Timeout.InfiniteTimeSpan to wait for ever.");
    } = System.Diagnostics.Debugger.IsAttached ? System.Threading.Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(10);

    /// <summary>
    /// Ends the waiting for the app's start, and the app as soon as it can be told. Here, and no parameter, because a test rarely has one.
    /// </summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>
    /// Whether <see cref="IpcTestApp.DisposeAsync"/> also does what <see cref="IpcTestApp.AssertQuietAsync"/> does. False by default: where a
    /// test has failed already, an exception of the disposal would hide the test's own.
    /// </summary>
    public bool AssertQuietOnDispose { get; set; }

    internal IpcTestAppOptions Copy() => (IpcTestAppOptions)MemberwiseClone();
}
