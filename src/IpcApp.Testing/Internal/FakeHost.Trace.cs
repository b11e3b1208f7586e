namespace IpcApp.Testing.Internal;

/// <summary>Where traces go.</summary>
internal sealed partial class FakeHost
{
    internal Action<string>? Output { get; set; }
}
