namespace IpcApp.Testing.Internal;

/// <summary>Hands lines to the test's output, one after another.</summary>
internal static class LineOutput
{
    /// <summary>The same output, made safe: an app can outlive the test whose output it writes to, and must not fail of it.</summary>
    public static Action<string>? Guard(Action<string>? output)
    {
        if (output is null)
        {
            return null;
        }

        var gate = new Lock();
        return line =>
        {
            lock (gate)
            {
                try
                {
                    output(line);
                }
                catch (Exception)
                {
                    // documented: what the output throws is ignored
                }
            }
        };
    }
}
