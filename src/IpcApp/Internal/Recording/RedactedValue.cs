using System.Globalization;
using System.Text.RegularExpressions;

namespace IpcApp.Internal.Recording;

/// <summary>What a redacted recording says in the place of a value: <c>string(5) #2</c>.</summary>
/// <param name="Form">What kind of value it was: one of the names below, or that of a kind of view.</param>
/// <param name="Length">Digits of a whole number, characters of a string, bytes of a buffer, elements of a view.</param>
/// <param name="Same">Values with the same number are the same. Numbers say nothing else.</param>
internal readonly partial record struct RedactedValue(string Form, long? Length = null, int? Same = null)
{
    public const string Undefined = "undefined";
    public const string Boolean = "boolean";
    public const string Whole = "whole";
    public const string Large = "large";
    public const string Negative = "negative";
    public const string LargeNegative = "large-negative";
    public const string Fraction = "fraction";
    public const string NotFinite = "not-finite";
    public const string BigInt = "bigint";
    public const string Text = "string";
    public const string Uuid = "uuid";
    public const string DateText = "date-text";
    public const string TimeText = "time-text";
    public const string NumberText = "number-text";
    public const string UriText = "uri-text";
    public const string Date = "date";
    public const string InvalidDate = "invalid-date";
    public const string RegExp = "regexp";
    public const string ArrayBuffer = "ArrayBuffer";

    /// <summary>Whether it stands for a string of any form.</summary>
    public bool IsText => Form is Text or Uuid or DateText or TimeText or NumberText or UriText;

    /// <summary>Whether it stands for a number of any form.</summary>
    public bool IsNumber => Form is Whole or Large or Negative or LargeNegative or Fraction or NotFinite;

    /// <summary>Whether it stands for an object: what <see cref="ValueWriter"/> gives a number to refer back to.</summary>
    public bool IsObject => !IsText && !IsNumber && Form is not (Undefined or Boolean or BigInt);

    public static RedactedValue? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success ? new(match.Groups[1].Value, NumberIn(match.Groups[2]), (int?)NumberIn(match.Groups[3])) : null;
    }

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Form}{(Length is { } length ? $"({length})" : "")}{(Same is { } same ? $" #{same}" : "")}");

    private static long? NumberIn(Group group)
        => group.Success && long.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^([A-Za-z0-9-]+)(?:\(([0-9]{1,18})\))?(?: #([0-9]{1,9}))?$")]
    private static partial Regex Pattern();
}
