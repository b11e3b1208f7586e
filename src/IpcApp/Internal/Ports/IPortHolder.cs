namespace IpcApp.Internal.Ports;

/// <summary>Who has started an end, and takes what comes to it.</summary>
internal interface IPortHolder
{
    /// <summary>There is something in the end's queue, or its peer has closed. Called with <see cref="PortGate"/> held.</summary>
    void Wake();
}
