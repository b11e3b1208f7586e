using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Internal.Emitters;

/// <summary>The dependency injection scope of one handler call, made when the handler first asks for a service.</summary>
internal sealed class CallScope(IServiceScopeFactory factory, IpcEvent e) : IAsyncDisposable
{
    private AsyncServiceScope? _scope;

    public IServiceProvider Services
    {
        get
        {
            if (_scope is not { } scope)
            {
                _scope = scope = factory.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentEvent>().Event = e;
            }

            return scope.ServiceProvider;
        }
    }

    public ValueTask DisposeAsync() => _scope is { } scope ? scope.DisposeAsync() : default;
}

/// <summary>Holds the event of the scope's call, so that services can have it injected.</summary>
internal sealed class CurrentEvent
{
    public IpcEvent? Event { get; set; }

    public T Get<T>()
        where T : IpcEvent
        => Event as T ?? throw new InvalidOperationException(
            Event is null
                ? $"{typeof(T).Name} can only be injected where an IPC message is being handled."
                : $"{typeof(T).Name} cannot be injected here: the message being handled has an {Event.GetType().Name}.");
}
