using System.Globalization;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Recording;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>
/// Values in the place of redacted ones: of the same form and length, and the same where the recorded ones were. A value that main gave out when
/// it was replayed is brought back where the recorded one was.
/// </summary>
/// <param name="seed">The same seed makes the same values.</param>
internal sealed class MadeUpValues(int seed)
{
    private const long MaxBytes = 256L << 20;
    private const int Attempts = 20;

    private readonly Random _random = new(seed);
    private readonly Dictionary<int, IpcValue> _known = [];
    private readonly HashSet<IpcValue> _used = [];

    /// <summary>The value to send.</summary>
    public IpcValue For(RedactedValue shape)
    {
        if (shape.Same is not { } number)
        {
            return Make(shape);
        }

        if (!_known.TryGetValue(number, out var value))
        {
            // What was different is different again, as far as there are enough values of that length.
            for (var attempt = 0; attempt < Attempts && (value is null || _used.Contains(value)); attempt++)
            {
                value = Make(shape);
            }

            Learn(number, value!);
        }

        return value!;
    }

    /// <summary>From now on this is the value with that number, unless there is one.</summary>
    public void Learn(int number, IpcValue value)
    {
        if (_known.TryAdd(number, value))
        {
            _used.Add(value);
        }
    }

    private IpcValue Make(RedactedValue shape) => shape.Form switch
    {
        RedactedValue.Undefined => IpcValue.Undefined,
        RedactedValue.Boolean => _random.Next(2) == 0,
        RedactedValue.Whole => Digits(shape.Length, int.MaxValue),
        RedactedValue.Large => Math.Max(Digits(shape.Length, double.MaxValue), int.MaxValue + 1.0),
        RedactedValue.Negative => -Digits(shape.Length, int.MaxValue),
        RedactedValue.LargeNegative => Math.Min(-Digits(shape.Length, double.MaxValue), int.MinValue - 1.0),
        RedactedValue.Fraction => _random.Next(1000) + 0.5,
        RedactedValue.NotFinite => double.NaN,
        RedactedValue.BigInt => new IpcBigInt(_random.NextInt64()),
        RedactedValue.Text => Letters(shape.Length ?? 0),
        RedactedValue.Uuid => new Guid(Bytes(16)).ToString(),
        RedactedValue.DateText => Day().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        RedactedValue.TimeText => Day().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        RedactedValue.NumberText => _random.Next(1000).ToString(CultureInfo.InvariantCulture),
        RedactedValue.UriText => $"https://example.com/{Letters(8)}",
        RedactedValue.Date => new IpcDate(Day()),
        RedactedValue.InvalidDate => new IpcDate(double.NaN),
        RedactedValue.RegExp => new IpcRegExp(Letters(4)),
        RedactedValue.ArrayBuffer => new IpcArrayBuffer(Bytes(shape.Length ?? 0)),
        _ when Enum.TryParse<IpcArrayBufferViewKind>(shape.Form, out var kind)
            => new IpcArrayBufferView(kind, Bytes((shape.Length ?? 0) * ViewKinds.ElementSize(kind))),
        _ => throw new FormatException($"there is no form of values named '{shape.Form}'"),
    };

    private double Digits(long? count, double most)
    {
        var least = Math.Pow(10, Math.Clamp(count ?? 1, 1, 300) - 1);
        var end = Math.Min(least * 10, most);
        return least == 1 ? _random.Next(10) : Math.Floor(least + (_random.NextDouble() * (end - least)));
    }

    private DateTimeOffset Day() => DateTimeOffset.UnixEpoch.AddMinutes(_random.Next(25_000_000, 35_000_000));

    private string Letters(long count)
        => string.Create((int)Checked(count), _random, static (span, random) =>
        {
            foreach (ref var c in span)
            {
                c = (char)('a' + random.Next(26));
            }
        });

    private byte[] Bytes(long count)
    {
        var bytes = new byte[Checked(count)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private static long Checked(long count)
        => count <= MaxBytes ? count : throw new FormatException($"a value of the length {count} is larger than any message can be");
}
