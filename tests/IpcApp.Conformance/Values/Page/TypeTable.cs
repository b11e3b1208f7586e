using IpcApp.Internal.Codec;

namespace IpcApp.Conformance.Values.Page;

/// <summary>One row for each C# type: what a page gets, and what it may send for a parameter of the type.</summary>
internal static class TypeTable
{
    /// <summary>One value of each kind. A whole number and a fraction are told apart, since integers take only the first.</summary>
    private static readonly (string Kind, IpcValue Value)[] Kinds =
    [
        ("boolean", true),
        ("whole number", 1),
        ("number", 0.5),
        ("bigint", System.Numerics.BigInteger.One),
        ("any string", "some text"),
        ("Date", new IpcDate(0)),
        ("RegExp", new IpcRegExp("a", "")),
        ("any array", new IpcArray { true, "mixed" }),
        ("any object", new IpcObject { ["mixed"] = new IpcDate(0) }),
        ("Map", new IpcMap()),
        ("Set", new IpcSet()),
        ("Error", new IpcError("Error", "why")),
        ("ArrayBuffer", new IpcArrayBuffer(new byte[8])),
        .. Enum.GetValues<IpcArrayBufferViewKind>().Select(kind => ($"{kind}", (IpcValue)new IpcArrayBufferView(kind, new byte[8]))),
    ];

    public static IEnumerable<string> Rows()
    {
        yield return Markdown.Row("C# type", "In a page", "Example", "A page may send");
        yield return Markdown.Row("---", "---", "---", "---");
        foreach (var row in ValueTable.Sent)
        {
            var accepted = row.Value is null or IpcValue ? ["any value"] : Accepted(row.Value.GetType(), row.InPage);
            yield return Markdown.Row(
                Markdown.Code(row.Name), KindOf(row.InPage), Markdown.Code(ValueRenderer.Render(row.InPage)), string.Join(", ", accepted));
        }
    }

    /// <summary>The kinds that bind; of the row's own kind perhaps only values of the type's form.</summary>
    private static List<string> Accepted(Type type, IpcValue own)
    {
        var accepted = Kinds.Where(kind => Binding.Binds(kind.Value, type)).Select(kind => kind.Kind).ToList();
        accepted.RemoveAll(kind => kind == "whole number" && accepted.Contains("number"));
        var form = KindOf(own);
        if (!accepted.Any(kind => kind == form || kind == $"any {form}" || kind == $"whole {form}") && Binding.Binds(own, type))
        {
            accepted.Insert(0, $"{form} of that form");
        }

        return accepted is [] ? ["nothing"] : Grouped(accepted);
    }

    /// <summary>Eleven names of views are one, if all of them bind.</summary>
    private static List<string> Grouped(List<string> kinds)
    {
        var views = Enum.GetNames<IpcArrayBufferViewKind>();
        return views.All(kinds.Contains) ? [.. kinds.Except(views), "typed arrays, DataView"] : kinds;
    }

    internal static string KindOf(IpcValue value) => value switch
    {
        IpcBoolean => "boolean",
        IpcNumber => "number",
        IpcBigInt => "bigint",
        IpcString => "string",
        IpcArrayBufferView view => $"{view.ViewKind}",
        IpcBoxed => "wrapper object",
        IpcArray => "array",
        IpcObject => "object",
        _ when value.Kind is IpcValueKind.Null or IpcValueKind.Undefined => $"{value}",
        _ => $"{value.Kind}",
    };
}
