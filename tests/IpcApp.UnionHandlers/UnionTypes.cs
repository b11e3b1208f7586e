namespace System.Runtime.CompilerServices;

/// <summary>What .NET has from version 11 on. The compiler is content with declarations of one's own.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class UnionAttribute : Attribute;

/// <inheritdoc cref="UnionAttribute"/>
public interface IUnion
{
    /// <summary>The value of the active case.</summary>
    object? Value { get; }
}
