namespace IpcApp.Tests.Values;

/// <summary>Whatever bytes arrive, reading gives a value or the format error: under the header of each version that is known.</summary>
/// <param name="version">Takes the place of the version in real payloads.</param>
public abstract class HostileBytesTests(byte version)
{
    private const int RandomMutations = 40_000;

    /// <summary>All tags, and the bytes at which numbers change their length.</summary>
    private static readonly byte[] Interesting = [.. "_0TFIUNZ\"cS^o{a@A$Dyxnzs R;:',B~V\\rtupwm?-.h"u8, 0, 1, 2, 0x7F, 0x80, 0xFE, 0xFF];

    /// <summary>Streams of all kinds: those of a real engine, and our own with views as host objects.</summary>
    public static TheoryData<string> Fixtures
        => new(Version16Tests.Expected.Keys.SelectMany(name => new[] { name, name + " rewritten" }).ToArray());

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Truncated_anywhere(string name)
    {
        var payload = Payload(name);
        for (var length = 0; length < payload.Length; length++)
        {
            Assert.Throws<IpcCloneException>(() => Codec.Read(payload[..length]));
        }

        for (var length = 4; length < payload.Length; length++)
        {
            ReadOrRefuse([.. BitConverter.GetBytes(length - 4), .. payload[4..length]]);
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Any_byte_changed(string name)
    {
        var payload = Payload(name);
        for (var i = 0; i < payload.Length; i++)
        {
            var original = payload[i];
            foreach (var value in Interesting.Append((byte)(original + 1)).Append((byte)(original - 1)))
            {
                payload[i] = value;
                ReadOrRefuse(payload);
            }

            payload[i] = original;
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Several_bytes_changed_swapped_or_repeated(string name)
    {
        var random = new Random(1);
        var payload = Payload(name);
        for (var i = 0; i < RandomMutations / Fixtures.Count; i++)
        {
            var mutant = payload.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                var from = random.Next(4, mutant.Length);
                var length = random.Next(Math.Min(8, mutant.Length - from));
                Array.Copy(mutant, from, mutant, random.Next(4, mutant.Length - length), length);
                mutant[random.Next(4, mutant.Length)] = (byte)random.Next(256);
            }

            ReadOrRefuse(mutant);
        }
    }

    private byte[] Payload(string name)
    {
        var parts = name.Split(' ');
        var stream = Version16Tests.Streams[parts[0]];
        var payload = parts.Length == 1 ? Fixture.ToPayload(stream) : Codec.Write(Version16Tests.Expected[parts[0]]);
        payload[5] = version;
        return payload;
    }

    private static void ReadOrRefuse(byte[] payload)
    {
        try
        {
            var value = Codec.Read(payload);
            Assert.True(value.ToString().Length < 1100);
            Assert.True(IpcValue.DeepEquals(value, Codec.Read(Codec.Write(value))));
        }
        catch (IpcCloneException e)
        {
            Assert.StartsWith("The message is not a structured clone: ", e.Message, StringComparison.Ordinal);
        }
    }
}

public sealed class Version13HostileBytesTests() : HostileBytesTests(13);

public sealed class Version14HostileBytesTests() : HostileBytesTests(14);

public sealed class Version15HostileBytesTests() : HostileBytesTests(15);

public sealed class Version16HostileBytesTests() : HostileBytesTests(16);
