using System.Runtime.CompilerServices;
using IpcApp.Infrastructure;
using IpcApp.Internal.Emitters;

namespace IpcApp;

public static partial class IpcMainExtensions
{
    /// <summary>
    /// Sets the handler of a channel; its parameters take the page's arguments in order, its result is the answer. Forms for tasks win
    /// over the form for plain values, so that a task is always awaited and never written as a value.
    /// </summary>
    /// <param name="ipcMain">The emitter.</param>
    /// <param name="channel">The channel, compared exactly.</param>
    /// <param name="handler">
    /// The handler. An argument that does not fit rejects the page's promise before it is called; null and undefined do where a parameter
    /// is not nullable.
    /// </param>
    /// <returns>Removes this handler when disposed.</returns>
    /// <exception cref="InvalidOperationException">The channel has a handler already.</exception>
    [OverloadResolutionPriority(4)]
    public static IDisposable Handle<TResult>(this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, Task<TResult>> handler)
        => Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [],
            async call => call.Return(await handler(call.InvokeEvent)));

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(3)]
    public static IDisposable Handle<TResult>(this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, ValueTask<TResult>> handler)
        => Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [],
            async call => call.Return(await handler(call.InvokeEvent)));

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(2)]
    public static IDisposable Handle(this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, Task> handler)
        => Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [], call => new ValueTask(handler(call.InvokeEvent)));

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable Handle(this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, ValueTask> handler)
        => Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [], call => handler(call.InvokeEvent));

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    public static IDisposable Handle<TResult>(this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, TResult> handler)
        => Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [], call => Run(() => call.Return(handler(call.InvokeEvent))));

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    public static IDisposable Handle(this IIpcMain ipcMain, string channel, Action<IpcMainInvokeEvent> handler)
        => Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [], call => Run(() => handler(call.InvokeEvent)));

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(4)]
    public static IDisposable Handle<T1, TResult>(
        this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, Task<TResult>> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description],
            async call => call.Return(await handler(call.InvokeEvent, p1.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(3)]
    public static IDisposable Handle<T1, TResult>(
        this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, ValueTask<TResult>> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description],
            async call => call.Return(await handler(call.InvokeEvent, p1.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(2)]
    public static IDisposable Handle<T1>(this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, Task> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description],
            call => new ValueTask(handler(call.InvokeEvent, p1.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable Handle<T1>(this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, ValueTask> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description],
            call => handler(call.InvokeEvent, p1.Bind(call)));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    public static IDisposable Handle<T1, TResult>(this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, TResult> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description],
            call => Run(() => call.Return(handler(call.InvokeEvent, p1.Bind(call)))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    public static IDisposable Handle<T1>(this IIpcMain ipcMain, string channel, Action<IpcMainInvokeEvent, T1> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description],
            call => Run(() => handler(call.InvokeEvent, p1.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(4)]
    public static IDisposable Handle<T1, T2, TResult>(
        this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, T2, Task<TResult>> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description],
            async call => call.Return(await handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(3)]
    public static IDisposable Handle<T1, T2, TResult>(
        this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, T2, ValueTask<TResult>> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description],
            async call => call.Return(await handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(2)]
    public static IDisposable Handle<T1, T2>(this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, T2, Task> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description],
            call => new ValueTask(handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable Handle<T1, T2>(this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, T2, ValueTask> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description],
            call => handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call)));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    public static IDisposable Handle<T1, T2, TResult>(
        this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, T2, TResult> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description],
            call => Run(() => call.Return(handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call)))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    public static IDisposable Handle<T1, T2>(this IIpcMain ipcMain, string channel, Action<IpcMainInvokeEvent, T1, T2> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description],
            call => Run(() => handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(4)]
    public static IDisposable Handle<T1, T2, T3, TResult>(
        this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, T2, T3, Task<TResult>> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        var p3 = new DelegateParameter<T3>(handler, 2);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description, p3.Description],
            async call =>
                call.Return(await handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call), p3.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(3)]
    public static IDisposable Handle<T1, T2, T3, TResult>(
        this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, T2, T3, ValueTask<TResult>> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        var p3 = new DelegateParameter<T3>(handler, 2);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description, p3.Description],
            async call =>
                call.Return(await handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call), p3.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(2)]
    public static IDisposable Handle<T1, T2, T3>(
        this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, T2, T3, Task> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        var p3 = new DelegateParameter<T3>(handler, 2);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description, p3.Description],
            call => new ValueTask(handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call), p3.Bind(call))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    [OverloadResolutionPriority(1)]
    public static IDisposable Handle<T1, T2, T3>(
        this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, T2, T3, ValueTask> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        var p3 = new DelegateParameter<T3>(handler, 2);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description, p3.Description],
            call => handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call), p3.Bind(call)));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    public static IDisposable Handle<T1, T2, T3, TResult>(
        this IIpcMain ipcMain, string channel, Func<IpcMainInvokeEvent, T1, T2, T3, TResult> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        var p3 = new DelegateParameter<T3>(handler, 2);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description, p3.Description],
            call => Run(() => call.Return(handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call), p3.Bind(call)))));
    }

    /// <inheritdoc cref="Handle{TResult}(IIpcMain, string, Func{IpcMainInvokeEvent, Task{TResult}})"/>
    public static IDisposable Handle<T1, T2, T3>(this IIpcMain ipcMain, string channel, Action<IpcMainInvokeEvent, T1, T2, T3> handler)
    {
        var p1 = new DelegateParameter<T1>(handler, 0);
        var p2 = new DelegateParameter<T2>(handler, 1);
        var p3 = new DelegateParameter<T3>(handler, 2);
        return Add(ipcMain, channel, IpcRegistrationKind.Handle, handler, [p1.Description, p2.Description, p3.Description],
            call => Run(() => handler(call.InvokeEvent, p1.Bind(call), p2.Bind(call), p3.Bind(call))));
    }
}
