namespace IpcApp.Generators.Internal.Models;

/// <summary>All that the generated code says about one handler class. Text only: a symbol would keep a whole compilation alive.</summary>
/// <param name="FullName">With namespace and containing classes, for sorting and file names.</param>
/// <param name="Name">The class's own name.</param>
/// <param name="Type">How code refers to the class.</param>
/// <param name="Lifetime">How code writes the service lifetime.</param>
/// <param name="Registrations">In the order in which they are bound.</param>
internal sealed record HandlerModel(
    string FullName, string Name, string Type, string Lifetime, EquatableArray<RegistrationModel> Registrations);

/// <summary>A handler class with the codecs of the types in its signatures.</summary>
internal sealed record FoundHandler(HandlerModel Handler, EquatableArray<CodecModel> Codecs);

/// <summary>One method bound to one channel.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Kind">Which attribute binds it.</param>
/// <param name="DisplayName">Class and method, for error texts and logs.</param>
/// <param name="Receiver">The type to call the method on: the class, the base class or the interface that declares it.</param>
/// <param name="IsStatic">Whether the call needs no handler.</param>
/// <param name="Method">The method's name, without <c>@</c>.</param>
/// <param name="IsAwaited">Whether the method returns a task.</param>
/// <param name="ResultType">What it answers with, or null for nothing.</param>
/// <param name="SenderPolicy">What code appends to the default sender policy; empty for the default.</param>
/// <param name="Parameters">In the order of the declaration.</param>
internal sealed record RegistrationModel(
    string Channel,
    ChannelKind Kind,
    string DisplayName,
    string Receiver,
    bool IsStatic,
    string Method,
    bool IsAwaited,
    string? ResultType,
    string SenderPolicy,
    EquatableArray<ParameterModel> Parameters);
