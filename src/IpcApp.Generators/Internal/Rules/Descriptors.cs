using System.Reflection;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Rules;

/// <summary>The diagnostics of the analyzers. <c>docs/reference/diagnostics.md</c> explains each; an id is never used for anything else.</summary>
internal static class Descriptors
{
    /// <summary>The page that explains each id. The address of the repository is an MSBuild property.</summary>
    private static readonly string Page = typeof(Descriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "RepositoryUrl").Value + "/blob/main/docs/reference/diagnostics.md";

    public static readonly DiagnosticDescriptor MissingInterface = Create(
        "IPC0001",
        "Channel attributes need a handler class",
        "'{0}' has methods with channel attributes but is not a class that implements IIpcHandler, so none of them would be bound; "
            + "add ': IIpcHandler' to the class");

    public static readonly DiagnosticDescriptor NoMethods = Create(
        "IPC0002",
        "A handler class without handler methods",
        "'{0}' implements IIpcHandler but no method has [IpcHandle], [IpcHandleOnce], [IpcOn], [IpcOnce] or [IpcSync], "
            + "so it receives nothing",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor AsyncVoid = Create(
        "IPC0003",
        "A handler method is async void",
        "'{0}' is async void: its exceptions would end the process, and no code could await it; return Task instead");

    public static readonly DiagnosticDescriptor DuplicateChannel = Create(
        "IPC0004",
        "A channel is handled twice",
        "Channel '{0}' is handled by '{1}' and by '{2}', but a channel can have one handler only; rename one of the channels",
        tags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnpassableParameter = Create(
        "IPC0005",
        "A parameter cannot be passed",
        "Parameter '{0}' of '{1}' is {2}, which cannot be bound from a message; {3}");

    public static readonly DiagnosticDescriptor Generic = Create(
        "IPC0006",
        "A handler is generic",
        "'{0}' is generic, and a message carries no type arguments; {1}");

    public static readonly DiagnosticDescriptor UncallableMethod = Create(
        "IPC0007",
        "A handler method cannot be called",
        "'{0}' is {1}, so it cannot be called for a message; {2}");

    public static readonly DiagnosticDescriptor UncreatableHandler = Create(
        "IPC0008",
        "A handler class cannot be created",
        "'{0}' is {1}, so dependency injection cannot create it; {2}",
        tags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor WrongEvent = Create(
        "IPC0009",
        "The event does not fit the attribute",
        "Parameter '{0}' of '{1}' is an {2}, but a method with {3} gets an {4}; change the type of the parameter");

    public static readonly DiagnosticDescriptor NeverAnAnswer = Create(
        "IPC0010",
        "The result can never be an answer",
        "'{0}' answers the page with '{1}', which cannot be sent; return the finished value, or send parts as they come with IProgress<T>");

    public static readonly DiagnosticDescriptor ReservedChannel = Create(
        "IPC0011",
        "The channel's prefix is reserved",
        "Channel '{0}' of '{1}' starts with 'ipcapp:', which is kept for the bridge itself; choose another name");

    public static readonly DiagnosticDescriptor IgnoredResult = Create(
        "IPC0012",
        "The result is ignored",
        "'{0}' returns '{1}', but no page receives the result of a method with {2}; return void or Task, "
            + "or use [IpcHandle] or [IpcSync] to answer",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor MissingFromServices = Create(
        "IPC0013",
        "A parameter is a service, but taken from the page",
        "Parameter '{0}' of '{1}' is taken from the page's arguments, which can never be a '{2}'; "
            + "add [FromServices] to get it from dependency injection",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoOrigin = Create(
        "IPC0016",
        "A sender's origin is not one",
        "'{0}' on '{1}' is not an origin; give scheme and host, and a port where it is not the usual one, such as https://example.com");

    public static readonly DiagnosticDescriptor UselessPolicy = Create(
        "IPC0017",
        "A sender policy without a handler",
        "[{0}] on '{1}' has no effect, since {2}; put it on a method with a channel attribute or on its handler class",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoCodec = Create(
        "IPC0014",
        "A type needs reflection to cross",
        "'{0}' {1}, so no codec is generated for it, and native code cannot take it apart; "
            + "name it in a JsonSerializerContext that IpcSerializerOptions knows, or let another type cross",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor AmbiguousArray = Create(
        "IPC0018",
        "An array can be one argument or several",
        "In this call of '{0}' {1}; write 'argument: ...' to send one array, or 'arguments: ...' to send its elements as separate arguments",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotReadBack = Create(
        "IPC0027",
        "A member is sent but not read back",
        "'{0}' is sent to pages but keeps its default when a page sends it, since {1}; give it a public setter or 'init', "
            + "or mark it with [JsonIgnore]",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NeverCrosses = Create(
        "IPC0028",
        "A member does not cross",
        "'{0}' {1}, so pages never see its value; change it, or mark it with [JsonIgnore]",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoMembers = Create(
        "IPC0029",
        "A type without members crosses",
        "'{0}' {1}, so its values lose what they hold on their way to a page; let another type cross",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnreadableUnion = Create(
        "IPC0030",
        "The cases of a union cannot be told apart",
        "'{0}' cannot be read, since what a page sends for '{1}' may be meant for '{2}'; let the cases differ in their kind of JavaScript "
            + "value or in a required member, or only send the union");

    public static readonly DiagnosticDescriptor UnusedConstructor = Create(
        "IPC0031",
        "No constructor is chosen",
        "'{0}' {1}",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor EndlessType = Create(
        "IPC0032",
        "A type has ever longer types as members",
        "'{0}' cannot cross, since it contains '{1}', whose members are ever longer types; give the member a type that does not grow, "
            + "or mark it with [JsonIgnore]",
        DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(
        string id, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error, params string[] tags)
        => new(id, title, message, "IpcApp", severity, true, null, $"{Page}#{id.ToLowerInvariant()}", tags);
}
