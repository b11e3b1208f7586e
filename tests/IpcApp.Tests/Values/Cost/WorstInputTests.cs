using System.Globalization;
using System.Text.Json;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.TestApp.Handlers;

namespace IpcApp.Tests.Values.Cost;

/// <summary>
/// Binding allocates in proportion to the message, also for the worst messages that are accepted: docs/reference/performance.md has the figures, which
/// this prints. Codecs are generated, as <see cref="CostHandler"/> takes these types, and reflected.
/// </summary>
[Trait("Speed", "slow")]
public sealed class WorstInputTests(ITestOutputHelper output)
{
    private const long MiB = 1024 * 1024;
    private const long PerByte = 600;

    private static readonly IpcSerializer Generated = new(new IpcSerializerOptions());
    private static readonly IpcSerializer Reflected = new(WithFields());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Arrays_of_arrays(bool isReflected)
        => Check<string?[][]>(isReflected, 4 * MiB, EmptyArray, rowsOnly: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Arrays_of_large_values(bool isReflected) => Check<decimal?[]>(isReflected, 4 * MiB, null);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lists_of_records(bool isReflected) => Check<List<Entry?>>(isReflected, 4 * MiB, row => row.Object([]));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Dictionaries(bool isReflected) => Check<Dictionary<string, string?>>(isReflected, 4 * MiB, row => row.Object([]));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Untyped_values(bool isReflected) => Check<IpcValue>(isReflected, 4 * MiB, row => row.Object([]));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Json(bool isReflected) => Check<JsonElement>(isReflected, 48 * MiB, row => row.Object([]));

    private static IpcSerializerOptions WithFields()
    {
        var options = new IpcSerializerOptions();
        options.JsonSerializerOptions.IncludeFields = true; // generated codecs do not read fields, so they are not used
        return options;
    }

    private static void EmptyArray(WorstInputs.Stream stream)
    {
        stream.Byte(V8Tag.BeginDenseArray);
        stream.Number(0);
        stream.Byte(V8Tag.EndDenseArray);
        stream.Number(0);
        stream.Number(0);
    }

    private void Check<T>(bool isReflected, long free, Action<WorstInputs.Stream>? element, bool rowsOnly = false)
    {
        var serializer = isReflected ? Reflected : Generated;
        var accepted = 0;
        foreach (var size in WorstInputs.Sizes)
        {
            foreach (var (name, payload) in WorstInputs.Of(size, element, rowsOnly))
            {
                Measure<T>(serializer, payload, out _); // what is made once, such as converters, is no message's
                var bytes = Measure<T>(serializer, payload, out var error);
                accepted += error is null ? 1 : 0;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{typeof(T).Name} | {name} | {payload.Length} B | {bytes / 1024} KiB | {bytes / payload.Length} per byte | "
                        + $"{100 * bytes / (free + (PerByte * payload.Length))} % | {error ?? "accepted"}"));
                Assert.True(bytes <= free + (PerByte * payload.Length), $"{name} of {payload.Length} bytes allocated {bytes} bytes.");
            }
        }

        Assert.InRange(accepted, WorstInputs.Sizes.Count, int.MaxValue);
    }

    /// <summary>As the dispatcher binds an invoke: directly, else by untyped values.</summary>
    private static long Measure<T>(IpcSerializer serializer, byte[] payload, out string? error)
    {
        IpcParameter[] parameters = [IpcParameter.Of<T>("it", isRequired: true)];
        error = null;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            if (serializer.TryReadArguments(payload, parameters, out _) is null)
            {
                var values = (IpcArray)serializer.ReadValue(payload, out var budget);
                new IpcArguments(values, serializer, budget).GetRequired<T>(0, "it");
            }
        }
        catch (IpcBindingException e)
        {
            error = e.Message;
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
