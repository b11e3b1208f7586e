using System.Text.Json;
using System.Text.Json.Serialization;
using IpcApp.Testing;

namespace IpcApp.Tests.Testing.Hostile;

/// <summary>A tool that finds nothing must be able to: each of these types is broken in one way, and the suite says in which.</summary>
[Trait("Speed", "slow")]
public sealed class BrokenTypesTests
{
    public enum Level
    {
        Low = 1,
        High = 2,
    }

    [Fact]
    public async Task A_converter_that_fails_by_accident_is_found()
    {
        var finding = await FindAsync<Fragile>("failed with NullReferenceException instead of being refused");
        Assert.StartsWith("argument 1 ('value') is ", finding.What, StringComparison.Ordinal);
        Assert.Equal("mine:broken", finding.Channel);
        Assert.StartsWith("ipcRenderer.invoke('mine:broken', ", finding.Call, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_converter_that_lets_undefined_enum_values_through_is_found()
        => FindAsync<Leveled>("which is no member of the enum Level");

    [Fact]
    public Task So_it_is_where_the_enum_is_deep_inside()
        => FindAsync<Dictionary<string, Leveled[]>>("which is no member of the enum Level");

    [Fact]
    public Task A_constructor_that_fails_by_accident_is_found()
        => FindAsync<Careless>("was refused only because Careless failed with NullReferenceException");

    [Fact]
    public Task A_type_that_depends_on_what_was_bound_before_is_found() => FindAsync<Moody>("straight from the bytes");

    [Fact]
    public Task A_type_that_takes_memory_out_of_all_proportion_is_found()
        => FindAsync<Greedy>("MB of memory for a message of");

    [Fact]
    public Task A_type_that_makes_places_for_all_that_a_page_names_is_found()
        => FindAsync<Roomy>("MB of memory for a message of");

    [Fact]
    public Task A_type_that_lets_a_page_fill_one_bucket_is_found() => FindAsync<Crowded>("keys that fall into one bucket");

    [Fact]
    public async Task Sets_and_dictionaries_that_System_Text_Json_fills_are_not_broken()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().Handle("mine:filled", (IpcMainInvokeEvent e, Filled value) => { });
        var suite = new IpcHostileSuite(app).Use(faker => new Filled([faker.Random.Double()], new() { [faker.Random.Int()] = "text" }));
        var result = await suite.Cases.Single(hostile => hostile.Channel == "mine:filled").RunAsync();
        Assert.Empty(result.Findings);
        Assert.True(result.FitsAsMade);
    }

    [Fact]
    public Task A_type_that_is_large_once_it_is_the_answer_is_found()
        => FindAsync<Talkative>("MB of memory to be written as an answer of at most 64 KB");

    [Fact]
    public async Task A_type_that_hangs_is_found_by_the_message_that_it_hangs_on()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().Handle("mine:broken", (IpcMainInvokeEvent e, Stuck stuck) => { });
        var suite = new IpcHostileSuite(app) { Timeout = TimeSpan.FromSeconds(2) };
        var error = await Assert.ThrowsAsync<IpcTestException>(suite.Cases.Single(hostile => hostile.Channel == "mine:broken").RunAsync);
        Stuck.LetGo.Set();
        Assert.Contains("mine:broken", error.Message, StringComparison.Ordinal);
        Assert.Contains("did not end within 2 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_no_made_up_value_fits_is_told_until_somebody_says_what_it_takes()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().Handle("mine:choosy", (IpcMainInvokeEvent e, Choosy strict) => { });
        var error = await Assert.ThrowsAsync<IpcTestException>(() => app.AssertHostileInputIsRefusedAsync(channel: "mine:choosy"));
        Assert.Contains("suite.Use<YourType>", error.Message, StringComparison.Ordinal);
        Assert.Contains("Handle mine:choosy", error.Message, StringComparison.Ordinal);
        await app.AssertHostileInputIsRefusedAsync(
            channel: "mine:choosy", configure: suite => suite.Use(faker => new Choosy($"choosy-{faker.Random.Int(0, 9)}")));
    }

    [Fact]
    public Task A_setter_that_makes_null_of_what_must_not_be_null_is_found()
        => FindAsync<Forgetful>("argument 1 ('value') at $.name is null, which its declaration does not allow");

    [Fact]
    public async Task The_report_names_channel_parameter_message_and_seed_and_says_how_to_run_it_again()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().Handle("mine:broken", (IpcMainInvokeEvent e, int number, Fragile fragile) => { });
        var error = await Assert.ThrowsAsync<IpcTestException>(() => app.AssertHostileInputIsRefusedAsync(7, "mine:broken"));
        Assert.Contains("on 'mine:broken', where argument 2 ('fragile') is undefined (seed 7):\n", error.Message, StringComparison.Ordinal);
        Assert.Matches("\n  ipcRenderer\\.invoke\\('mine:broken', \\d+, undefined\\)\n", error.Message);
        Assert.Contains("failed with NullReferenceException", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("AssertHostileInputIsRefusedAsync(seed: 7, channel: \"mine:broken\")", error.Message, StringComparison.Ordinal);
    }

    private static async Task<IpcHostileFinding> FindAsync<T>(string problem)
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().Handle("mine:broken", (IpcMainInvokeEvent e, T value) => { });
        var result = await Assert.Single(app.MyCases()).RunAsync();
        Assert.Equal(result.Messages, result.Bound + result.Refused + result.Findings.Count);
        var found = result.Findings.Where(finding => finding.Parameter == "value" && finding.Problem.Contains(problem, StringComparison.Ordinal));
        return Assert.Single(found.Take(1));
    }

    /// <summary>Makes a place for each element and hole of each array, whatever the message's size.</summary>
    [JsonConverter(typeof(RoomyConverter))]
    public sealed record Roomy(int Places);

    public sealed class RoomyConverter : JsonConverter<Roomy>
    {
        public override Roomy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = JsonElement.ParseValue(ref reader);
            var rows = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(_ => new byte[99_999]).ToList() : [];
            return rows.Count < 10_000 ? new Roomy(rows.Count) : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, Roomy value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Places);
    }

    /// <summary>A setter of the app's own fills the set.</summary>
    public sealed class Crowded
    {
        private readonly HashSet<double> _keys = [];

        public IEnumerable<double> Keys
        {
            get => _keys;
            set => _keys.UnionWith(value);
        }
    }

    /// <summary>System.Text.Json fills the set and the dictionary, as it alone handles such numbers.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public sealed record Filled(HashSet<double>? Keys, Dictionary<int, string>? ById);

    [JsonConverter(typeof(TalkativeConverter))]
    public sealed record Talkative(string Text);

    public sealed class TalkativeConverter : JsonConverter<Talkative>
    {
        public override Talkative Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => new(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException());

        public override void Write(Utf8JsonWriter writer, Talkative value, JsonSerializerOptions options)
            => writer.WriteStringValue(new string('x', 100_000_000));
    }

    public sealed record Leveled([property: JsonConverter(typeof(AnyNumber))] Level Level);

    [JsonConverter(typeof(FragileConverter))]
    public sealed record Fragile(string Text);

    public sealed class FragileConverter : JsonConverter<Fragile>
    {
        public override Fragile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            return new Fragile(text!.Trim());
        }

        public override void Write(Utf8JsonWriter writer, Fragile value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);

        public override bool HandleNull => true;
    }

    public sealed class AnyNumber : JsonConverter<Level>
    {
        public override Level Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? (Level)number : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Level value, JsonSerializerOptions options) => writer.WriteNumberValue((int)value);
    }

    public sealed class Careless(List<string?> tags)
    {
        public List<string?> Tags { get; } = [.. tags.Select(tag => tag!.Trim())];
    }

    public sealed class Forgetful
    {
        private string? _name;

        public string Name
        {
            get => _name!;
            set => _name = value.Length > 0 ? value : null;
        }
    }

    public sealed class Moody(int value)
    {
        private static int _count;

        public int Value { get; } = value + _count++;
    }

    public sealed class Greedy(int value)
    {
        public int Value { get; } = Math.Min(value, new byte[100 * 1024 * 1024].Length);
    }

    public sealed class Stuck(string text)
    {
        public static ManualResetEventSlim LetGo { get; } = new();

        public string Text { get; } = Wait(text);

        private static string Wait(string text)
        {
            if (text == "NaN")
            {
                LetGo.Wait();
            }

            return text;
        }
    }

    public sealed record Choosy
    {
        public Choosy(string code)
            => Code = code.StartsWith("choosy-", StringComparison.Ordinal) ? code : throw new ArgumentException("A code begins with 'choosy-'.");

        public string Code { get; }
    }
}
