using System.Collections;
using System.Runtime.CompilerServices;

namespace IpcApp.Testing.Internal.Hostile;

/// <content>Tuples, sequences, sets and dictionaries.</content>
internal sealed partial class BoundValueCheck
{
    /// <summary>Up to so many elements are compared with each other where their order is not known.</summary>
    private const int MaxUnordered = 64;

    /// <summary>The items of a tuple, which a page sends as an array.</summary>
    private string? Items(IpcValue sent, ITuple tuple, DeclaredPlace declared)
    {
        var types = tuple.GetType().GetGenericArguments();
        var annotations = declared.Annotations?.GenericTypeArguments;
        for (var i = 0; i < tuple.Length; i++)
        {
            var own = i < annotations?.Length && types.Length == tuple.Length ? annotations[i] : null;
            var item = own is null && types.Length != tuple.Length ? new DeclaredPlace(tuple[i]?.GetType() ?? typeof(object), true)
                : declared.Of(types[i], own);
            if (sent is not IpcArray array)
            {
                return Problem($"is a tuple, {tuple}, where the page sent {sent}");
            }

            if (At(i, array[i], tuple[i], item) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private string? Elements(IpcValue sent, IEnumerable bound, DeclaredPlace element, bool isSet)
    {
        var elements = bound.Cast<object?>().ToList();
        if (isSet || sent is not IpcArray array)
        {
            return Each(elements, element);
        }

        if (_objects == 0 && elements.Count != array.Length)
        {
            return Problem($"has {elements.Count} elements, of {array.Length} that were sent");
        }

        switch (CollectionOrder.Of(bound.GetType()))
        {
            case ElementOrder.Reversed:
                elements.Reverse();
                break;
            case ElementOrder.Own:
                return Each(elements, element) ?? (array.Count > MaxUnordered ? null : Unordered(array, elements, element));
        }

        return elements.Take(array.Count)
            .Select((value, i) => At(i, array[i], value, element))
            .FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Compares elements whose order is not defined: each must equal one of those that were sent.</summary>
    private string? Unordered(IpcArray sent, List<object?> bound, DeclaredPlace element)
    {
        for (var i = 0; i < bound.Count; i++)
        {
            var problems = sent.Select(value => At(i, value, bound[i], element)).ToList();
            if (problems.Count > 0 && problems.All(problem => problem is not null))
            {
                return problems[0];
            }
        }

        return null;
    }

    private string? Entries(IpcValue sent, IEnumerable bound, DeclaredPlace key, DeclaredPlace value)
    {
        var count = bound.Cast<object?>().Count();
        var expected = sent switch
        {
            IpcObject properties => properties.Count,
            IpcMap map => map.Count,
            _ => count,
        };
        if (_objects == 0 && count != expected)
        {
            return Problem($"has {count} entries, of {expected} that were sent");
        }

        if (bound is not IDictionary dictionary)
        {
            return null;
        }

        return Each(dictionary.Keys, key) ?? Each(dictionary.Values, value) ?? (sent is not IpcObject source || key.Type != typeof(string) ? null
            : source
                .Where(entry => dictionary.Contains(entry.Key))
                .Select(entry => At(entry.Key, entry.Value, dictionary[entry.Key], value))
                .FirstOrDefault(problem => problem is not null));
    }

    /// <summary>What cannot be right of any element, where nothing tells which of the page's values it was.</summary>
    private string? Each(IEnumerable bound, DeclaredPlace declared)
    {
        var index = 0L;
        foreach (var element in bound)
        {
            _path.Push(index++);
            var problem = OwnProblem(element, declared);
            _path.Pop();
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }
}
