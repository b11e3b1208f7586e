namespace IpcApp.Internal.Hosting;

/// <summary>Whether a test runs the app's Program: a failure to start then belongs to the test, as the exception that it is.</summary>
internal static class TestHarness
{
    private static readonly AsyncLocal<bool> Active = new();

    public static bool IsActive
    {
        get => Active.Value;
        set => Active.Value = value;
    }
}
