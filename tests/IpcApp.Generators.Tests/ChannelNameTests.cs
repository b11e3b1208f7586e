using IpcApp.Generators.Tests.Support;

namespace IpcApp.Generators.Tests;

public sealed class ChannelNameTests
{
    [Theory]
    [InlineData("NotesHandler", "AddAsync", "notes:add")]
    [InlineData("NotesHandlers", "Add", "notes:add")]
    [InlineData("HTTPServerHandler", "GetIPAddress", "http-server:get-ip-address")]
    [InlineData("Utf8Handler", "GetV2Async", "utf8:get-v2")]
    [InlineData("X509CertificateHandler", "Get_All_Of", "x509-certificate:get-all-of")]
    [InlineData("Files", "open", "files:open")]
    [InlineData("Handler", "Async", "handler:async")]
    [InlineData("Handlers", "GetURL", "handlers:get-url")]
    [InlineData("_PrivateHandler", "Run_", "private:run")]
    public void A_channel_without_a_name_is_called_after_class_and_method(string className, string methodName, string channel)
    {
        var app = LoadedApp.Load($"public sealed class {className} : IIpcHandler {{ [IpcHandle] public int {methodName}() => 1; }}");

        Assert.Equal(channel, Assert.Single(app.Registrations()).Channel);
    }

    [Theory]
    [InlineData("Prefix = \"my notes\"", "my notes:add")]
    [InlineData("Prefix = \"\"", "add")]
    [InlineData("Prefix = null", "notes:add")]
    [InlineData("", "notes:add")]
    public void The_class_attribute_sets_the_prefix_of_derived_names(string arguments, string channel)
    {
        var app = LoadedApp.Load($$"""
            [IpcChannels({{arguments}})]
            public sealed class NotesHandler : IIpcHandler
            {
                [IpcHandle] public int Add() => 1;
                [IpcOn("written \"out\"\n")] public void Other() { }
            }
            """);

        Assert.Equal([channel, "written \"out\"\n"], app.Registrations().Select(registration => registration.Channel));
    }
}
