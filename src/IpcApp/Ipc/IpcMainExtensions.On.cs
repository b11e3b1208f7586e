using System.Runtime.CompilerServices;
using IpcApp.Infrastructure;
using IpcApp.Internal.Emitters;

namespace IpcApp;

public static partial class IpcMainExtensions
{
    /// <summary>
    /// Adds a listener whose parameters take the page's arguments in order. Missing arguments are undefined; an argument that does not fit
    /// its parameter is logged and the listener is not called. A task is not awaited by the page; its fault is logged.
    /// </summary>
    /// <param name="ipcMain">The emitter.</param>
    /// <param name="channel">The channel, compared exactly.</param>
    /// <param name="listener">The listener. Null and undefined are refused where a parameter is not nullable.</param>
    /// <returns>Removes this registration when disposed.</returns>
    public static IDisposable On(this IIpcMain ipcMain, string channel, Action<IpcMainEvent> listener)
        => Add(ipcMain, channel, IpcRegistrationKind.On, listener, [], call => Run(() => listener(call.Event)));

    /// <inheritdoc cref="On(IIpcMain, string, Action{IpcMainEvent})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable On(this IIpcMain ipcMain, string channel, Func<IpcMainEvent, Task> listener)
        => Add(ipcMain, channel, IpcRegistrationKind.On, listener, [], call => new ValueTask(listener(call.Event)));

    /// <inheritdoc cref="On(IIpcMain, string, Action{IpcMainEvent})"/>
    public static IDisposable On<T1>(this IIpcMain ipcMain, string channel, Action<IpcMainEvent, T1> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        return Add(ipcMain, channel, IpcRegistrationKind.On, listener, [p1.Description],
            call => Run(() => listener(call.Event, p1.Bind(call))));
    }

    /// <inheritdoc cref="On(IIpcMain, string, Action{IpcMainEvent})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable On<T1>(this IIpcMain ipcMain, string channel, Func<IpcMainEvent, T1, Task> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        return Add(ipcMain, channel, IpcRegistrationKind.On, listener, [p1.Description],
            call => new ValueTask(listener(call.Event, p1.Bind(call))));
    }

    /// <inheritdoc cref="On(IIpcMain, string, Action{IpcMainEvent})"/>
    public static IDisposable On<T1, T2>(this IIpcMain ipcMain, string channel, Action<IpcMainEvent, T1, T2> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        var p2 = new DelegateParameter<T2>(listener, 1);
        return Add(ipcMain, channel, IpcRegistrationKind.On, listener, [p1.Description, p2.Description],
            call => Run(() => listener(call.Event, p1.Bind(call), p2.Bind(call))));
    }

    /// <inheritdoc cref="On(IIpcMain, string, Action{IpcMainEvent})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable On<T1, T2>(this IIpcMain ipcMain, string channel, Func<IpcMainEvent, T1, T2, Task> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        var p2 = new DelegateParameter<T2>(listener, 1);
        return Add(ipcMain, channel, IpcRegistrationKind.On, listener, [p1.Description, p2.Description],
            call => new ValueTask(listener(call.Event, p1.Bind(call), p2.Bind(call))));
    }

    /// <inheritdoc cref="On(IIpcMain, string, Action{IpcMainEvent})"/>
    public static IDisposable On<T1, T2, T3>(this IIpcMain ipcMain, string channel, Action<IpcMainEvent, T1, T2, T3> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        var p2 = new DelegateParameter<T2>(listener, 1);
        var p3 = new DelegateParameter<T3>(listener, 2);
        return Add(ipcMain, channel, IpcRegistrationKind.On, listener, [p1.Description, p2.Description, p3.Description],
            call => Run(() => listener(call.Event, p1.Bind(call), p2.Bind(call), p3.Bind(call))));
    }

    /// <inheritdoc cref="On(IIpcMain, string, Action{IpcMainEvent})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable On<T1, T2, T3>(this IIpcMain ipcMain, string channel, Func<IpcMainEvent, T1, T2, T3, Task> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        var p2 = new DelegateParameter<T2>(listener, 1);
        var p3 = new DelegateParameter<T3>(listener, 2);
        return Add(ipcMain, channel, IpcRegistrationKind.On, listener, [p1.Description, p2.Description, p3.Description],
            call => new ValueTask(listener(call.Event, p1.Bind(call), p2.Bind(call), p3.Bind(call))));
    }

    /// <summary>Adds a listener for one message. It is removed before it runs.</summary>
    /// <inheritdoc cref="On(IIpcMain, string, Action{IpcMainEvent})"/>
    public static IDisposable Once(this IIpcMain ipcMain, string channel, Action<IpcMainEvent> listener)
        => Add(ipcMain, channel, IpcRegistrationKind.Once, listener, [], call => Run(() => listener(call.Event)));

    /// <inheritdoc cref="Once(IIpcMain, string, Action{IpcMainEvent})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable Once(this IIpcMain ipcMain, string channel, Func<IpcMainEvent, Task> listener)
        => Add(ipcMain, channel, IpcRegistrationKind.Once, listener, [], call => new ValueTask(listener(call.Event)));

    /// <inheritdoc cref="Once(IIpcMain, string, Action{IpcMainEvent})"/>
    public static IDisposable Once<T1>(this IIpcMain ipcMain, string channel, Action<IpcMainEvent, T1> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        return Add(ipcMain, channel, IpcRegistrationKind.Once, listener, [p1.Description],
            call => Run(() => listener(call.Event, p1.Bind(call))));
    }

    /// <inheritdoc cref="Once(IIpcMain, string, Action{IpcMainEvent})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable Once<T1>(this IIpcMain ipcMain, string channel, Func<IpcMainEvent, T1, Task> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        return Add(ipcMain, channel, IpcRegistrationKind.Once, listener, [p1.Description],
            call => new ValueTask(listener(call.Event, p1.Bind(call))));
    }

    /// <inheritdoc cref="Once(IIpcMain, string, Action{IpcMainEvent})"/>
    public static IDisposable Once<T1, T2>(this IIpcMain ipcMain, string channel, Action<IpcMainEvent, T1, T2> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        var p2 = new DelegateParameter<T2>(listener, 1);
        return Add(ipcMain, channel, IpcRegistrationKind.Once, listener, [p1.Description, p2.Description],
            call => Run(() => listener(call.Event, p1.Bind(call), p2.Bind(call))));
    }

    /// <inheritdoc cref="Once(IIpcMain, string, Action{IpcMainEvent})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable Once<T1, T2>(this IIpcMain ipcMain, string channel, Func<IpcMainEvent, T1, T2, Task> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        var p2 = new DelegateParameter<T2>(listener, 1);
        return Add(ipcMain, channel, IpcRegistrationKind.Once, listener, [p1.Description, p2.Description],
            call => new ValueTask(listener(call.Event, p1.Bind(call), p2.Bind(call))));
    }

    /// <inheritdoc cref="Once(IIpcMain, string, Action{IpcMainEvent})"/>
    public static IDisposable Once<T1, T2, T3>(this IIpcMain ipcMain, string channel, Action<IpcMainEvent, T1, T2, T3> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        var p2 = new DelegateParameter<T2>(listener, 1);
        var p3 = new DelegateParameter<T3>(listener, 2);
        return Add(ipcMain, channel, IpcRegistrationKind.Once, listener, [p1.Description, p2.Description, p3.Description],
            call => Run(() => listener(call.Event, p1.Bind(call), p2.Bind(call), p3.Bind(call))));
    }

    /// <inheritdoc cref="Once(IIpcMain, string, Action{IpcMainEvent})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable Once<T1, T2, T3>(this IIpcMain ipcMain, string channel, Func<IpcMainEvent, T1, T2, T3, Task> listener)
    {
        var p1 = new DelegateParameter<T1>(listener, 0);
        var p2 = new DelegateParameter<T2>(listener, 1);
        var p3 = new DelegateParameter<T3>(listener, 2);
        return Add(ipcMain, channel, IpcRegistrationKind.Once, listener, [p1.Description, p2.Description, p3.Description],
            call => new ValueTask(listener(call.Event, p1.Bind(call), p2.Bind(call), p3.Bind(call))));
    }
}
