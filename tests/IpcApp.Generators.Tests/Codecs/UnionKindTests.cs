using IpcApp.Generators.Tests.Support;
using IpcApp.Internal.Codec.Converters;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Tests.Codecs;

/// <summary>The analyzer and the run-time package agree on which kinds of <see cref="IpcValue"/> a union can tell apart.</summary>
public sealed class UnionKindTests
{
    private static readonly Type[] Kinds =
    [
        .. typeof(IpcValue).Assembly.GetExportedTypes().Where(typeof(IpcValue).IsAssignableFrom).OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public async Task IPC0030_for_exactly_the_pairs_of_values_that_the_runtime_refuses()
    {
        var pairs = Kinds.SelectMany((first, i) => Kinds.Skip(i + 1).Select(second => (First: first, Second: second))).ToList();
        var unions = pairs.Select((pair, i) => $"public union U{i}({pair.First.Name}, {pair.Second.Name});");
        var methods = pairs.Select((_, i) => $"[IpcHandle(\"{i}\")] public void M{i}(U{i} value) {{ }}");
        var source = $"{string.Concat(unions)} public sealed class A : IIpcHandler {{ {string.Concat(methods)} }}";

        var compilation = TestCompilation.CreatePreview("UnionKinds", OutputKind.DynamicallyLinkedLibrary, source, ModelSource.UnionTypes);
        var found = await AnalyzerRun.Of(compilation);

        Assert.All(found, diagnostic => Assert.Equal("IPC0030", diagnostic.Id));
        var reported = found.Select(diagnostic => diagnostic.GetMessage(null).Split('\'')[1]);
        var refused = pairs.Index().Where(pair => !AcceptanceOf(pair.Item.First).IsApartFrom(AcceptanceOf(pair.Item.Second)));
        Assert.Equal(refused.Select(pair => $"U{pair.Index}"), reported);
    }

    private static Acceptance AcceptanceOf(Type type)
        => ((IpcConverter)Activator.CreateInstance(typeof(IpcValueConverter<>).MakeGenericType(type))!).Accepts;
}
