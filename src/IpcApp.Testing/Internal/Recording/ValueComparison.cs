using System.Runtime.CompilerServices;
using System.Text.Json;
using IpcApp.Internal.Recording;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>Compares a recorded value with one of a replay, both as a recording has them.</summary>
/// <param name="isRedacted">Whether they are shapes: then kinds, names and the lengths of arrays count, and nothing else.</param>
/// <param name="isIgnored">Which places not to look at.</param>
internal sealed class ValueComparison(bool isRedacted, Func<ValueStep?, bool> isIgnored)
{
    private const int MaxDifferences = 20;
    private const string Nothing = "nothing";

    private readonly List<(string Path, string Expected, string Actual)> _differences = [];

    public IReadOnlyList<(string Path, string Expected, string Actual)> Compare(JsonElement expected, JsonElement actual)
    {
        Compare(expected, actual, null);
        return _differences;
    }

    private void Compare(JsonElement expected, JsonElement actual, ValueStep? place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_differences.Count >= MaxDifferences || isIgnored(place))
        {
            return;
        }

        switch (expected.ValueKind, actual.ValueKind)
        {
            case (JsonValueKind.Array, JsonValueKind.Array):
                CompareElements(expected, actual, place);
                break;
            case (JsonValueKind.Object, JsonValueKind.Object):
                CompareProperties(expected, actual, place);
                break;
            case (JsonValueKind.String, JsonValueKind.String) when isRedacted:
                Add(!AreAlike(expected.GetString()!, actual.GetString()!), expected, actual, place);
                break;
            default:
                Add(!JsonElement.DeepEquals(expected, actual), expected, actual, place);
                break;
        }
    }

    private void CompareElements(JsonElement expected, JsonElement actual, ValueStep? place)
    {
        var (expectedLength, actualLength) = (expected.GetArrayLength(), actual.GetArrayLength());
        if (expectedLength != actualLength)
        {
            _differences.Add((place?.ToString() ?? "", $"{expectedLength} elements", $"{actualLength} elements: {ValueJson.Show(actual)}"));
            return;
        }

        foreach (var (index, (left, right)) in expected.EnumerateArray().Zip(actual.EnumerateArray()).Index())
        {
            Compare(left, right, ValueStep.Index(place, index));
        }
    }

    private void CompareProperties(JsonElement expected, JsonElement actual, ValueStep? place)
    {
        foreach (var property in expected.EnumerateObject())
        {
            var step = ValueStep.Property(place, property.Name);
            if (actual.TryGetProperty(property.Name, out var other))
            {
                Compare(property.Value, other, step);
            }
            else if (!isIgnored(step))
            {
                _differences.Add((step.ToString(), ValueJson.Show(property.Value), Nothing));
            }
        }

        foreach (var property in actual.EnumerateObject().Where(property => !expected.TryGetProperty(property.Name, out _)))
        {
            var step = ValueStep.Property(place, property.Name);
            if (!isIgnored(step))
            {
                _differences.Add((step.ToString(), Nothing, ValueJson.Show(property.Value)));
            }
        }
    }

    private void Add(bool isDifferent, JsonElement expected, JsonElement actual, ValueStep? place)
    {
        if (isDifferent)
        {
            _differences.Add((place?.ToString() ?? "", ValueJson.Show(expected), ValueJson.Show(actual)));
        }
    }

    /// <summary>Made-up values lead to others of the same kind, seldom of the same form or length.</summary>
    private static bool AreAlike(string expected, string actual)
        => RedactedValue.Parse(expected) is { } left && RedactedValue.Parse(actual) is { } right
            ? (left.IsText && right.IsText) || (left.IsNumber && right.IsNumber) || left.Form == right.Form
            : expected == actual;
}
