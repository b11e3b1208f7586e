namespace IpcApp.Internal.Diagnosis.Verification;

/// <summary>Why a packaged app was not verified.</summary>
/// <param name="stage">A word of the list in <c>docs/guide/packaging.md</c>.</param>
/// <param name="message">A sentence.</param>
internal sealed class VerifyException(string stage, string message) : Exception(message)
{
    public string Stage { get; } = stage;
}
