using Bogus;
using IpcApp.Testing.Internal.Faking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpcApp.Testing;

/// <summary>
/// Sends hostile arguments to the binding of an app's handlers, and to nothing else: no handler is made, no service asked for, no listener
/// called. What runs are the constructors, setters and converters of the declared types, and their getters, as each bound value is also
/// written as an answer. Each message must either bind to a valid value of the declared types, or be refused with a text that names the
/// argument. Neither way may it allocate more than 48 MiB and 600 bytes for each of its own, nor fill one bucket of a hash table.
/// </summary>
/// <remarks>
/// Each message goes both ways that the binding has: straight from the bytes, and by untyped values. A stack overflow cannot be caught and
/// ends the test process; its trace names the type. <see cref="IpcTestApp.AssertHostileInputIsRefusedAsync"/> is all of it in one line.
/// </remarks>
/// <example>
/// <code>
/// var suite = new IpcHostileSuite(app).Use(f => new EmailAddress(f.Internet.Email()));
/// foreach (var hostile in suite.Cases)
/// {
///     await hostile.AssertAsync();
/// }
/// </code>
/// </example>
public sealed class IpcHostileSuite
{
    private readonly List<Action<IpcFaker>> _rules = [];

    /// <summary>The suite of all handlers that the app has now.</summary>
    /// <param name="app">The app under test.</param>
    /// <param name="seed">Any number; another one tries other values.</param>
    public IpcHostileSuite(IpcTestApp app, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(app);
        App = app;
        Seed = seed;
        Cases = [.. app.GetChannels().Select(registration => new IpcHostileCase(this, registration))];
    }

    /// <summary>A case for each handler and listener, in the order of <see cref="IpcTestApp.GetChannels"/>.</summary>
    public IReadOnlyList<IpcHostileCase> Cases { get; }

    /// <summary>The seed.</summary>
    public int Seed { get; }

    /// <summary>How long one message may take, real time, before it counts as a hang. 30 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    internal IpcTestApp App { get; }

    /// <inheritdoc cref="IpcFaker.Use"/>
    /// <returns>This suite.</returns>
    public IpcHostileSuite Use<T>(Func<Faker, T> make)
    {
        _rules.Add(faker => faker.Use(make));
        return this;
    }

    /// <summary>A source of values for one handler, which does not depend on the others that the app has.</summary>
    internal IpcFaker FakerFor(string handler)
    {
        var options = App.Services.GetRequiredService<IOptions<IpcSerializerOptions>>().Value;
        var faker = new IpcFaker(Seeds.For(Seed, handler), options);
        _rules.ForEach(rule => rule(faker));
        return faker;
    }
}
