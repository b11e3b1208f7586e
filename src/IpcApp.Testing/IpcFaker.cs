using Bogus;
using IpcApp.Infrastructure;
using IpcApp.Testing.Internal.Faking;
using IpcApp.Testing.Internal.Hostile;

namespace IpcApp.Testing;

/// <summary>
/// Plausible and hostile data for tests of handlers: senders, origins, payloads, arguments. The same seed gives the same values in the same
/// order, on every machine.
/// </summary>
/// <remarks>Not thread-safe, as each value depends on those before it.</remarks>
/// <example>
/// <code>
/// var faker = new IpcFaker(seed: 7);
/// var note = faker.ValueFor(typeof(NewNote));
/// await page.InvokeAsync&lt;Note&gt;("notes:add", note);
/// </code>
/// </example>
public sealed partial class IpcFaker
{
    private readonly Dictionary<Type, Func<Faker, object?>> _rules = [];
    private readonly PlausibleTypes _types;
    private readonly PlausibleValues _values;

    /// <summary>A source of data.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="options">How the app's types cross, where it has changed that; null for the defaults.</param>
    public IpcFaker(int seed, IpcSerializerOptions? options = null)
    {
        Seed = seed;
        Bogus = new Faker("en") { Random = new Randomizer(seed) };
        _values = new PlausibleValues(Bogus);
        _types = new PlausibleTypes(Bogus, options ?? new IpcSerializerOptions(), _rules);
    }

    /// <summary>The seed it was made with.</summary>
    public int Seed { get; }

    /// <summary>The generator beneath, for data of an app's own: <c>faker.Bogus.Internet.Email()</c>. It draws from the same seed.</summary>
    public Faker Bogus { get; }

    /// <summary>Says how plausible values of a type are made, where its own constructor or converter is strict.</summary>
    /// <typeparam name="T">The type, exactly as parameters and members declare it.</typeparam>
    /// <param name="make">Makes one. It crosses as the app would send it.</param>
    /// <returns>This faker.</returns>
    public IpcFaker Use<T>(Func<Faker, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        _rules[typeof(T)] = faker => make(faker);
        return this;
    }

    /// <summary>A payload of any kind that a page can send, as an app might.</summary>
    /// <param name="depth">How many levels of objects, arrays, maps and sets there may be, at most; 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The depth is negative, or above 32.</exception>
    public IpcValue Value(int depth = 3)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, 32);
        return _values.Make(depth);
    }

    /// <summary>A plausible value of a C# type, as a page would send it: members under their JavaScript names, enums by name.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">What it is called, which decides about texts: an <c>email</c> looks like one. Null if it has no name.</param>
    /// <returns>
    /// A value that binds to the type. For a type that refuses everything that was tried, say what it takes by <see cref="Use"/>.
    /// </returns>
    public IpcValue ValueFor(Type type, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        return _types.Make(type, name);
    }

    /// <inheritdoc cref="ValueFor(Type, string)"/>
    /// <typeparam name="T">The type.</typeparam>
    public IpcValue ValueFor<T>(string? name = null) => ValueFor(typeof(T), name);

    /// <summary>Arguments that fit a handler: one for each parameter, now and then without those at the end that may be left out.</summary>
    /// <param name="registration">The handler, of <see cref="IpcTestApp.GetChannels"/>.</param>
    public IReadOnlyList<IpcValue> Arguments(IpcRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        var arguments = new List<IpcValue>();
        foreach (var parameter in registration.Parameters)
        {
            if (!parameter.IsRequired && !parameter.IsRest && Bogus.Random.Bool(0.1f))
            {
                break;
            }

            var count = parameter.IsRest ? Bogus.Random.Int(1, 3) : 1;
            var type = parameter.IsRest ? parameter.Type.GetElementType()! : parameter.Type;
            arguments.AddRange(Enumerable.Range(0, count).Select(_ => ValueFor(type, parameter.Name)));
        }

        return arguments;
    }

    /// <summary>
    /// Arguments that no well-meaning page sends: too few and too many, of wrong types at every depth, deep, huge, cyclic, with the numbers,
    /// texts and names that are known to break programs. Some of them may fit all the same.
    /// </summary>
    /// <remarks>Made one after another, as some take megabytes; enumerate it once.</remarks>
    /// <param name="registration">The handler, of <see cref="IpcTestApp.GetChannels"/>.</param>
    public IEnumerable<IpcHostileArguments> HostileArguments(IpcRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return new HostileArgumentMaker(this, registration).Make();
    }
}
