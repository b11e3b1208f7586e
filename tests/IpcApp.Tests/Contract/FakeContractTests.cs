using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using IpcApp.Testing.Internal;
using IpcApp.Tests.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Contract;

/// <summary>The fake agrees with the table of the contract, both ways, and says so where it is asked for more.</summary>
public sealed partial class FakeContractTests : AppTest
{
    private readonly FakeElectron _host = new();

    [Fact]
    public void The_actions_are_those_of_the_table() => Assert.Equal(ContractTable.Names("actions"), ContractTable.Sorted(_host.Requests.Actions));

    [Fact]
    public void The_control_messages_are_those_of_the_table()
        => Assert.Equal(ContractTable.Names("toHost"), ContractTable.Sorted(_host.Commands.Types));

    [Fact]
    public void The_members_of_configure_are_those_of_the_table()
    {
        var members = ContractTable.Section("toHost").GetProperty("configure").EnumerateArray().Select(member => member.GetString()!);
        Assert.Equal(ContractTable.Sorted(members), ContractTable.Sorted(_host.Commands.Settings));
    }

    [Fact]
    public void Every_limit_of_configure_is_taken_with_its_default()
    {
        var limits = ContractTable.Section("configuration").EnumerateObject()
            .Where(member => member.Name.StartsWith("limits.", StringComparison.Ordinal))
            .ToDictionary(member => member.Name["limits.".Length..], member => member.Value.GetProperty("default"));
        var taken = new FakeLimits();
        taken.Configure(JsonSerializer.SerializeToElement(limits));
        Assert.Equal(limits["maxPendingInvokesPerFrame"].GetInt32(), taken.MaxPendingInvokesPerFrame);
        Assert.Equal(limits["closeWindowOnOverload"].GetBoolean(), taken.ClosesWindowOnOverload);
        Assert.Null(taken.FindExcess(limits["maxMessageBytes"].GetInt64()));
        Assert.NotNull(taken.FindExcess(limits["maxMessageBytes"].GetInt64() + 1));
    }

    [Theory]
    [InlineData("configuration")]
    [InlineData("settings")]
    public void The_table_says_of_each_row_what_the_fake_does(string section)
        => Assert.All(ContractTable.Section(section).EnumerateObject(), row => Assert.NotEmpty(row.Value.GetProperty("fake").GetString()!));

    [Fact]
    public void The_options_of_a_window_are_those_of_the_table()
    {
        var options = ContractTable.Section("windowOptions");
        Assert.Equal(ContractTable.Names("windowOptions"), ContractTable.Sorted(FakeWindowOptions.Names));
        var read = JsonSerializer.SerializeToElement(FakeWindowOptions.Read(options), JsonSerializerOptions.Web);
        Assert.All(options.EnumerateObject(), option => Assert.Equal(
            JsonSerializer.Serialize(option.Value), JsonSerializer.Serialize(read.GetProperty(option.Name))));
    }

    [Fact]
    public void The_control_messages_to_NET_are_those_of_the_table_that_it_can_send()
    {
        var sent = ContractTable.SourcesOf("IpcApp.Testing")
            .SelectMany(source => SentType().Matches(source))
            .Select(match => match.Groups[1].Value)
            .Distinct();
        var expected = ContractTable.Section("fromHost").EnumerateObject()
            .Where(message => !message.Value.TryGetProperty("fake", out _))
            .Select(message => message.Name);
        Assert.Equal(ContractTable.Sorted(expected), ContractTable.Sorted(sent));
    }

    [Fact]
    public void The_control_messages_to_NET_have_the_members_of_the_table()
    {
        var table = ContractTable.Section("fromHost");
        var messages = ContractTable.SourcesOf("IpcApp.Testing").SelectMany(source => SentMessage().Matches(source)).ToList();
        Assert.NotEmpty(messages);
        Assert.All(messages, message =>
        {
            var members = table.GetProperty(message.Groups[1].Value).GetProperty("members").EnumerateArray().Select(member => member.GetString()!);
            var sent = SentMember().Matches(message.Groups[2].Value).Select(member => member.Groups[1].Value).ToList();
            Assert.Empty(members.Where(member => !member.EndsWith('?')).Except(sent));
            Assert.Empty(sent.Except(members.Select(member => member.TrimEnd('?'))));
        });
    }

    [Fact]
    public void The_limits_are_those_of_the_table() => Assert.Equal(
        ContractTable.Section("limits").EnumerateObject().Select(limit => (limit.Name, limit.Value.GetInt32())).Order(),
        typeof(ElectronSideLimits).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (ContractTable.CamelCase(field.Name), (int)field.GetRawConstantValue()!)).Order());

    [Fact]
    public void The_texts_are_those_of_the_table()
    {
        // Numbers that occur nowhere else stand for the places.
        object[] values = [7001, 7002];
        var texts = typeof(ElectronSideTexts).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(IReadOnlyCollection<string>)))
            .ToDictionary(
                method => ContractTable.CamelCase(method.Name),
                method => (string)method.Invoke(
                    null, [.. method.GetParameters().Select((parameter, i) => Convert.ChangeType(values[i], parameter.ParameterType, CultureInfo.InvariantCulture))])!);
        Assert.Equal(
            ContractTable.TextsOf("fake").Select(text => (text.Key, string.Format(CultureInfo.InvariantCulture, text.Value, values))),
            texts.Select(text => (text.Key, text.Value)).OrderBy(text => text.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void The_content_security_policy_is_that_of_the_table()
    {
        var policy = ContractTable.Section("contentSecurityPolicy").GetString();
        Assert.Equal(policy, ElectronSideTexts.ContentSecurityPolicy([]));
        Assert.Equal(
            $"{policy}; frame-src 'self' https://a.example https://b.example",
            ElectronSideTexts.ContentSecurityPolicy(["https://a.example", "https://b.example"]));
    }

    [Fact]
    public void The_levels_of_a_console_are_those_of_the_table() => Assert.Equal(
        ContractTable.Section("words").GetProperty("consoleLevels").EnumerateArray().Select(level => level.GetString()), FakeDevelopment.Levels);

    [Fact]
    public async Task An_action_that_the_fake_does_not_know_is_an_error_that_names_it()
    {
        var calls = App.Services.GetRequiredService<RemoteCalls>();
        var error = await Assert.ThrowsAsync<NotSupportedException>(
            () => calls.InvokeAsync("window-fly", _ => { }, TestContext.Current.CancellationToken));
        Assert.Equal("The fake windows do not know the action 'window-fly'. Use the same version of IpcApp.Testing as of IpcApp.", error.Message);
        error = Assert.Throws<NotSupportedException>(() => calls.Post("window-fly", json => json.WriteNumber("windowId", Page.Window.WindowId)));
        Assert.Contains("'window-fly'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "fly" }""", "the control message 'fly'")]
    [InlineData("""{ "type": "configure", "altitude": 1 }""", "the member 'altitude' of 'configure'")]
    [InlineData("""{ "type": "configure", "limits": { "maxAltitude": 1 } }""", "the limit 'maxAltitude'")]
    [InlineData("""{ "type": "window", "name": "main", "url": "", "options": { "wings": 2 } }""", "the option 'wings' of a window")]
    public void What_the_fake_does_not_know_is_an_error_that_names_it(string message, string what)
    {
        var error = Assert.Throws<NotSupportedException>(() => _host.Commands.Apply(System.Text.Encoding.UTF8.GetBytes(message)));
        Assert.StartsWith($"The fake windows do not know {what}. ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_that_fails_and_has_no_result_is_an_error_in_the_log()
    {
        var calls = App.Services.GetRequiredService<RemoteCalls>();
        calls.Post(RemoteAction.LoadUrl, json => json.WriteNumber("windowId", 99_999));
        await App.WhenIdleAsync();
        Assert.Contains(RemoteAction.LoadUrl, Assert.Single(App.TakeErrors()).Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("""type = "([a-z-]+)(?:")""")]
    private static partial Regex SentType();

    /// <summary>An object with a type and the text of its other members.</summary>
    [GeneratedRegex("""type = "([a-z-]+)",?([^}]*)\}""")]
    private static partial Regex SentMessage();

    /// <summary>A member that has the name of its variable, or is given a value.</summary>
    [GeneratedRegex("""(?:^|,)\s*@?([A-Za-z]+)\s*(?==[^>=]|,|$)""")]
    private static partial Regex SentMember();
}
