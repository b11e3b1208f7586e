namespace IpcApp.Internal.Codec;

/// <summary>A message of this process is larger than the settings allow. Writing it has stopped there.</summary>
internal sealed class MessageTooLargeException() : InvalidOperationException(Text)
{
    public const string Text = "The message is larger than IpcApp:Limits:MaxMessageBytes allows.";
}
