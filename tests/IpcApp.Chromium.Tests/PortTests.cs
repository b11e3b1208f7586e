using System.Net;
using System.Net.Sockets;

namespace IpcApp.Chromium.Tests;

/// <summary>An app opens no TCP port, neither for the bridge nor for endpoints.</summary>
public sealed class PortTests
{
    [Fact]
    public async Task An_app_with_endpoints_listens_on_no_TCP_port()
    {
        var family = new ProcessFamily();
        using var app = new TestAppProcess(
            TestAppProcess.OnChromium("--IpcApp:Windows:main:Url=app://local/stay.html", "--Endpoints=true"), family.Environment);
        await app.WaitForLineAsync("READY");
        var members = family.Members();
        Assert.Contains(app.Id, members.Keys);
        Assert.Empty(ListeningPorts.Of(members.Keys));
    }

    [Fact]
    public void A_port_would_be_seen()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Assert.Contains(
            $"0100007F:{((IPEndPoint)listener.LocalEndpoint).Port:X4}",
            ListeningPorts.Of([System.Environment.ProcessId]));
    }
}
