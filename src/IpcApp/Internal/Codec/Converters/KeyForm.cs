using System.Globalization;
using System.Numerics;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>What the name of a property stands for, where the properties of a plain object are the entries of a dictionary.</summary>
internal enum KeyForm
{
    /// <summary>Nothing: the text of such a key is not unambiguous, or it has none.</summary>
    None,

    /// <summary>The string itself.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Any number.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Boolean,
}

/// <summary>
/// Reads keys from the names of properties. Only the text that JavaScript itself makes of a number counts, so that no two names are one key.
/// </summary>
internal static class KeyForms
{
    private const long MaxSafeInteger = (1L << 53) - 1;

    /// <summary>Digits cost more than linear time.</summary>
    private const int MaxDigits = 1_000;

    /// <summary>The key as a value; the string itself if it is none of that form.</summary>
    public static IpcValue Read(this KeyForm form, string name) => form switch
    {
        KeyForm.Integer when name.Length <= MaxDigits
            && BigInteger.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && whole.ToString(CultureInfo.InvariantCulture) == name
            => BigInteger.Abs(whole) <= MaxSafeInteger ? (double)whole : whole,
        KeyForm.Number when double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && JsNumber.ToText(number) == name
            => number,
        KeyForm.Boolean when name is "true" or "false" => name == "true",
        _ => name,
    };
}
