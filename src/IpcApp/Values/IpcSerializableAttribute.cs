namespace IpcApp;

/// <summary>
/// Has a codec generated for a type that crosses, and for the types it is made of: for types that no handler's signature and no call shows,
/// such as the classes behind an <see cref="object"/>. Without reflection (Native AOT) such types need it.
/// </summary>
/// <param name="type">The type. Not an open generic one; <c>List&lt;Note&gt;</c> is fine.</param>
/// <example>
/// <code>
/// [assembly: IpcSerializable(typeof(Note))]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class IpcSerializableAttribute(Type type) : Attribute
{
    /// <summary>The type.</summary>
    public Type Type { get; } = type;
}
