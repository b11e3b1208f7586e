using IpcApp.Infrastructure;
using IpcApp.Testing.Internal.Hostile;

namespace IpcApp.Testing;

/// <summary>The hostile suite of one handler: a row for test frameworks that run a test for each.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class IpcHostileCase
{
    private readonly IpcHostileSuite _suite;

    internal IpcHostileCase(IpcHostileSuite suite, IpcRegistration registration)
    {
        _suite = suite;
        Registration = registration;
    }

    /// <summary>The channel.</summary>
    public string Channel => Registration.Channel;

    /// <summary>The handler, as logs call it: <c>NotesHandler.Add</c>.</summary>
    public string Handler => Registration.DisplayName;

    internal IpcRegistration Registration { get; }

    /// <summary>Tries all hostile messages on the handler's binding, and on nothing else.</summary>
    /// <exception cref="IpcTestException">A message took longer than <see cref="IpcHostileSuite.Timeout"/>.</exception>
    public Task<IpcHostileResult> RunAsync() => new HostileRun(_suite, Registration).RunAsync();

    /// <summary>Tries all hostile messages, and fails if there is a finding.</summary>
    /// <exception cref="IpcTestException">
    /// The findings, as a list; or the handler's types are so strict that no made-up argument fits: <see cref="IpcHostileSuite.Use"/>.
    /// </exception>
    public async Task AssertAsync() => HostileReport.Check([(this, await RunAsync().ConfigureAwait(false))], _suite.Seed);

    /// <summary>The case's name: <c>Handle notes:add, NotesHandler.Add</c>.</summary>
    public override string ToString() => $"{Registration.Kind} {Channel}, {Handler}";
}
