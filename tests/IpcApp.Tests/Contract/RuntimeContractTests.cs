using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Senders;
using IpcApp.Internal.Wire;
using IpcApp.Tests.Values;

namespace IpcApp.Tests.Contract;

/// <summary>.NET agrees with the table of the contract, both ways.</summary>
public sealed partial class RuntimeContractTests
{
    private static readonly Dictionary<string, ControlMessage> Samples = new()
    {
        [nameof(ControlMessage.Bind)] = ControlMessage.Bind("ch", 1, [], []),
        [nameof(ControlMessage.Watch)] = ControlMessage.Watch(1, send: true, sendSync: true),
        [nameof(ControlMessage.Configure)] = ControlMessage.Configure(new ElectronConfiguration(
            Development: true, [], new IpcLimitOptions(), TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, QuitWhenAllWindowsClosed: true, null, null)),
        [nameof(ControlMessage.Window)] = ControlMessage.Window("main", FullWindow(), showWindows: true, devTools: true),
        [nameof(ControlMessage.Call)] = ControlMessage.Call(1, RemoteAction.Settle, _ => { }),
        [nameof(ControlMessage.Endpoints)] = ControlMessage.Endpoints(new EndpointAddress("/x"), new RunSecret()),
        [nameof(ControlMessage.Hear)] = ControlMessage.Hear("window-all-closed", isHeard: true),
        [nameof(ControlMessage.Started)] = ControlMessage.Started(),
        [nameof(ControlMessage.Quit)] = ControlMessage.Quit(0),
    };

    [Fact]
    public void The_kinds_of_messages_are_those_of_the_table() => Assert.Equal(
        ContractTable.Section("messageKinds").EnumerateObject().Select(each => (each.Name, (MessageKind)each.Value.GetByte())).Order(),
        Enum.GetValues<MessageKind>().Select(kind => (ContractTable.CamelCase($"{kind}"), kind)).Order());

    [Fact]
    public void The_actions_are_those_of_the_table() => Assert.Equal(ContractTable.Names("actions"), ContractTable.Sorted(Constants(typeof(RemoteAction))));

    [Fact]
    public void The_control_messages_to_Electrons_side_are_those_of_the_table_with_their_members()
    {
        var factories = typeof(ControlMessage).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(ControlMessage))
            .Select(method => method.Name);
        Assert.Equal(ContractTable.Sorted(Samples.Keys), ContractTable.Sorted(factories));
        var sent = Samples.Values.ToDictionary(message => message.Type, message => ContractTable.Sorted(MembersOf(message)));
        Assert.Equal(
            ContractTable.Names("toHost"),
            ContractTable.Sorted(sent.Keys.Concat(ContractTable.Names("toHostNotSentByDotnet"))));
        Assert.All(sent, message =>
        {
            var members = ContractTable.Section("toHost").GetProperty(message.Key).EnumerateArray().Select(each => each.GetString()!).ToList();
            Assert.Equal(ContractTable.Sorted(members.Where(member => member[^1] != '?')), message.Value);
        });
    }

    [Fact]
    public void The_control_messages_from_Electrons_side_are_those_of_the_table()
    {
        var understood = ContractTable.SourcesOf("IpcApp").Where(source => source.Contains(nameof(ElectronNotice), StringComparison.Ordinal))
            .SelectMany(source => UnderstoodType().Matches(source))
            .Select(match => match.Groups[1].Value)
            .Distinct();
        Assert.Equal(ContractTable.Names("fromHost"), ContractTable.Sorted(understood));
    }

    [Fact]
    public void What_is_read_of_control_messages_has_the_members_of_the_table() => Assert.Equal(
        ContractTable.Sorted(ContractTable.Section("fromHost").EnumerateObject()
            .SelectMany(message => message.Value.GetProperty("members").EnumerateArray().Select(each => each.GetString()!.TrimEnd('?')))
            .Append("type")
            .Distinct()),
        ContractTable.Sorted(typeof(ElectronNotice).GetProperties()
            .Where(property => property.Name != "EqualityContract")
            .Select(property => ContractTable.CamelCase(property.Name))));

    [Fact]
    public void The_options_of_a_window_are_those_of_the_table() => Assert.Equal(
        ContractTable.Names("windowOptions"),
        ContractTable.Sorted(Json(Samples[nameof(ControlMessage.Window)]).GetProperty("options").EnumerateObject().Select(option => option.Name)));

    [Fact]
    public void Each_property_of_a_window_reaches_Electrons_side()
    {
        var asked = typeof(BrowserWindowOptions).GetProperties().Select(property => ContractTable.CamelCase(property.Name));
        Assert.Equal(ContractTable.Names("windowOptions"), ContractTable.Sorted(asked.Append("devTools"))); // which is the environment's
    }

    [Fact]
    public void The_settings_and_their_defaults_are_those_of_the_table()
    {
        var settings = Flatten(new IpcAppOptions(), "").ToDictionary(setting => setting.Name, setting => JsonSerializer.Serialize(setting.Value));
        var expected = ContractTable.Section("settings").EnumerateObject()
            .ToDictionary(row => row.Name, row => JsonSerializer.Serialize(ContractTable.DefaultOf(row.Value)));
        Assert.Equal(expected.OrderBy(row => row.Key, StringComparer.Ordinal), settings.OrderBy(row => row.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_Electrons_side_is_configured_with_by_default_is_that_of_the_table()
    {
        await using var app = await RawApp.StartAsync("--environment=Production");
        var sent = FlattenJson(app.Host.Configuration, "").Where(member => member.Name != "type").ToDictionary(
            member => member.Name, member => member.Value.GetRawText());
        sent["allowedOrigins"] = "[]"; // the app's own origin is there always
        Assert.Equal(
            ContractTable.Section("configuration").EnumerateObject()
                .ToDictionary(row => row.Name, row => JsonSerializer.Serialize(ContractTable.DefaultOf(row.Value)))
                .OrderBy(row => row.Key, StringComparer.Ordinal),
            sent.OrderBy(row => row.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void A_setting_that_is_sent_has_a_member_of_the_configuration()
    {
        var carried = ContractTable.Section("settings").EnumerateObject()
            .Select(row => row.Value.TryGetProperty("sentAs", out var member) ? member.GetString() : null)
            .OfType<string>();
        Assert.Subset(ContractTable.Names("configuration").ToHashSet(), carried.ToHashSet());
    }

    [Fact]
    public void The_texts_are_those_of_the_table() => Assert.Equal(
        ContractTable.TextsOf("dotnet"),
        [new("neverSent", ElectronText.ReplyNeverSent), new("notAllowed", SenderPolicy.RefusalText("{0}"))],
        (one, other) => one.Value == other.Value);

    private static IpcWindowOptions FullWindow() => new()
    {
        MinWidth = 300,
        MinHeight = 200,
        Title = "A",
        Preload = "preload.js",
        Partition = "persist:a",
        AllowedOrigins = { "https://a.example" },
    };

    private static JsonElement Json(ControlMessage message)
    {
        using var payload = message.ToPayload();
        return JsonDocument.Parse(payload.WrittenMemory.ToArray()).RootElement;
    }

    private static IEnumerable<string> MembersOf(ControlMessage message)
        => Json(message).EnumerateObject().Select(member => member.Name).Where(name => name != "type");

    private static IEnumerable<string> Constants(Type type)
        => type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<(string Name, object? Value)> Flatten(object options, string prefix)
        => options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
        {
            var value = property.GetValue(options);
            return value is IpcLimitOptions
                ? Flatten(value, $"{property.Name}.")
                : [($"{prefix}{property.Name}", value is Enum ? $"{value}" : value is IDictionary ? new Dictionary<string, string>() : value)];
        });

    private static IEnumerable<(string Name, JsonElement Value)> FlattenJson(JsonElement json, string prefix)
        => json.EnumerateObject().SelectMany(member => member.Value.ValueKind == JsonValueKind.Object
            ? FlattenJson(member.Value, $"{member.Name}.")
            : [($"{prefix}{member.Name}", member.Value)]);

    /// <summary>A type that a control message is compared with: <c>case "log"</c>, <c>Type: "log"</c>, <c>Type == "log"</c>.</summary>
    [GeneratedRegex("""(?:case|Type:|Type ==) "([a-z-]+)(?:")""")]
    private static partial Regex UnderstoodType();
}
