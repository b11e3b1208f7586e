using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Tests.Support;

/// <summary>Walks through the fields of a model.</summary>
internal static class ObjectGraph
{
    /// <summary>Fails if a model holds on to the compiler's objects, each of which keeps a whole compilation in memory.</summary>
    public static void AssertDataOnly(object? value)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum)
        {
            return;
        }

        Assert.NotEqual(typeof(SyntaxNode).Assembly, value.GetType().Assembly);
        Assert.IsNotType<ISymbol>(value, exactMatch: false);
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                AssertDataOnly(item);
            }

            return;
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            AssertDataOnly(field.GetValue(value));
        }
    }
}
