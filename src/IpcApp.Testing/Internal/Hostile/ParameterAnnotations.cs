using System.Reflection;
using IpcApp.Infrastructure;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>
/// The nullable annotations of a handler's parameters, from its method: that of the delegate that was registered, or of the handler class that
/// the registration names.
/// </summary>
internal sealed class ParameterAnnotations(IpcRegistration registration)
{
    private readonly ParameterInfo[] _parameters = Find(registration);
    private readonly NullabilityInfoContext _context = new();

    /// <summary>Null where the method is not found.</summary>
    public NullabilityInfo? Of(IpcParameter parameter)
        => Array.Find(_parameters, found => found.Name == parameter.Name && found.ParameterType == parameter.Type) is { } declared
            ? _context.Create(declared)
            : null;

    private static ParameterInfo[] Find(IpcRegistration registration)
    {
        if (registration.Listener is { } listener)
        {
            return listener.Method.GetParameters();
        }

        var name = registration.DisplayName.Split('.');
        return name.Length < 2 ? [] : AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic)
            .SelectMany(TypesOf)
            .Where(type => type.Name == name[^2] && typeof(IIpcHandler).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.Name == name[^1])
            .Select(method => method.GetParameters())
            .FirstOrDefault(parameters => registration.Parameters.All(parameter => parameters.Any(
                found => found.Name == parameter.Name && found.ParameterType == parameter.Type))) ?? [];
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }
}
