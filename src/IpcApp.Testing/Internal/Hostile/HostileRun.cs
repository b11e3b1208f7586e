using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>All hostile messages for one registration, on a thread of their own with the stack that a thread of the pool has.</summary>
internal sealed class HostileRun
{
    private const int StackSize = 1536 * 1024;

    private readonly IpcHostileSuite _suite;
    private readonly IpcRegistration _registration;
    private readonly IpcSerializer _serializer;
    private readonly HostileJudge _judge;
    private readonly List<IpcHostileFinding> _findings = [];
    private volatile IpcHostileArguments? _current;
    private volatile int _messages;
    private int _bound;
    private bool _fits;

    public HostileRun(IpcHostileSuite suite, IpcRegistration registration)
    {
        _suite = suite;
        _registration = registration;
        var services = suite.App.Services;
        _serializer = services.GetRequiredService<IpcSerializer>();
        var options = services.GetRequiredService<IOptions<IpcSerializerOptions>>().Value;
        var refusesNull = services.GetRequiredService<IpcAppOptions>().NullElements == IpcNullElements.Refuse;
        _judge = new HostileJudge(registration, _serializer, new ConverterResolver(options), refusesNull);
    }

    public async Task<IpcHostileResult> RunAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Run(done), StackSize) { IsBackground = true, Name = $"hostile {_registration.Channel}" }.Start();
        for (var seen = -1; !done.Task.IsCompleted;)
        {
            var messages = _messages;
            if (messages == seen)
            {
                var problem = $"did not end within {_suite.Timeout.TotalSeconds} s";
                throw new IpcTestException(_current is { } current
                    ? Describe(current, problem).ToString()
                    : $"{_registration.DisplayName} on '{_registration.Channel}': the making of plausible arguments {problem}.");
            }

            seen = messages;
            await Task.WhenAny(done.Task, Task.Delay(_suite.Timeout)).ConfigureAwait(false);
        }

        await done.Task.ConfigureAwait(false);
        var refused = _messages - _bound - _findings.Count;
        return new(_messages, _bound, refused, _fits, _findings);
    }

    private void Run(TaskCompletionSource done)
    {
        try
        {
            var faker = _suite.FakerFor($"{_registration.Kind} {_registration.Channel} {_registration.DisplayName}");
            foreach (var arguments in faker.HostileArguments(_registration))
            {
                _current = arguments;
                Try(arguments);
                _messages++;
            }

            done.SetResult();
        }
        catch (Exception e)
        {
            done.SetException(e);
        }
    }

    private void Try(IpcHostileArguments arguments)
    {
        var problem = _judge.Try(arguments.Encode(_serializer), _fits ? arguments.Parameter : null, out var isBound);
        _fits |= _messages == 0 && isBound;
        if (problem is not null)
        {
            _findings.Add(Describe(arguments, problem));
        }
        else if (isBound)
        {
            _bound++;
        }
    }

    private IpcHostileFinding Describe(IpcHostileArguments arguments, string problem)
    {
        var method = _registration.Kind switch
        {
            IpcRegistrationKind.Handle or IpcRegistrationKind.HandleOnce => "invoke",
            IpcRegistrationKind.Sync => "sendSync",
            _ => "send",
        };
        var separator = arguments.Values.Count > 0 ? ", " : "";
        var call = $"ipcRenderer.{method}({JavaScriptText.Quote(_registration.Channel)}{separator}{arguments})";
        return new(_registration.Channel, _registration.DisplayName, arguments.Parameter, arguments.Description, call, problem, _suite.Seed);
    }
}
