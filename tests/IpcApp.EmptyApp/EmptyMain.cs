namespace IpcApp.EmptyApp;

/// <summary>Names this app where a test starts it.</summary>
public sealed class EmptyMain
{
    private EmptyMain()
    {
    }
}
