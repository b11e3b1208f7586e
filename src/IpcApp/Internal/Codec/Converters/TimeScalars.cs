using System.Globalization;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Moments cross as Date, which knows no time zone; dates, times of day and spans as strings.</summary>
internal static class TimeScalars
{
    private const string DateFormat = "yyyy-MM-dd";
    private static readonly string[] TimeFormats = ["HH:mm:ss.FFFFFFF", "HH:mm:ss", "HH:mm"];

    public static void Add(Dictionary<Type, IpcConverter> leaves)
    {
        // A DateTime of unspecified kind is local; DateTimeOffset's constructor thinks so too, but overflows at both ends of time.
        leaves.Add<DateTime>(
            "a Date", value => ToDate(value), TryReadDateTime, (value, ref writer) => WriteDate(ToDate(value), ref writer), explain: OutOfRange);
        leaves.Add<DateTimeOffset>(
            "a Date",
            value => new IpcDate(value),
            TryReadDateTimeOffset,
            (value, ref writer) => WriteDate(new IpcDate(value), ref writer),
            explain: OutOfRange);
        leaves.AddText(
            "a date string such as '2024-12-31'",
            value => value.ToString(DateFormat, CultureInfo.InvariantCulture),
            text => (DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date), date));
        leaves.AddText(
            "a time string such as '23:59:30'",
            value => value.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture),
            text => (TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time), time));
        leaves.AddText(
            "a time span string such as '1.23:59:30'",
            value => value.ToString("c", CultureInfo.InvariantCulture),
            text => (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span), span));
    }

    /// <summary>JavaScript's Date reaches 270,000 years either way.</summary>
    private static string? OutOfRange(IpcValue value)
        => value is IpcDate { IsValid: true } date
            ? $"expected a Date in the years 1 to 9999, got the Date of {JsNumber.ToText(date.Milliseconds)} milliseconds since 1970"
            : null;

    private static IpcDate ToDate(DateTime value) => new(new DateTimeOffset(value.ToUniversalTime(), TimeSpan.Zero));

    private static void WriteDate(IpcDate date, ref V8Writer writer)
    {
        writer.TakeId();
        writer.Bytes.WriteByte(V8Tag.Date);
        writer.Bytes.WriteDouble(date.Milliseconds);
    }

    private static bool TryReadDateTime(IpcValue value, out DateTime result)
    {
        var isDate = TryReadDateTimeOffset(value, out var moment);
        result = moment.UtcDateTime;
        return isDate;
    }

    private static bool TryReadDateTimeOffset(IpcValue value, out DateTimeOffset result)
    {
        result = default;
        return value is IpcDate date && date.TryGetDateTimeOffset(out result);
    }
}
