namespace IpcApp.Testing.Internal;

/// <summary>Where traces go.</summary>
internal sealed partial class FakeElectron
{
    internal Action<string>? Output { get; set; }
}
