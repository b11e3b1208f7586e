using System.Runtime.CompilerServices;
using IpcApp.Testing.Internal.Policy;

namespace IpcApp.Testing;

/// <summary>Who may send to which handler of an app, as the app's own checks decide it.</summary>
/// <remarks>Immutable: what the app registers later is not in it.</remarks>
/// <example><code>app.GetPolicyMatrix().AssertApproved();</code></example>
public sealed class IpcPolicyMatrix
{
    /// <summary>The file beside the test's source that holds the approved table.</summary>
    public const string DefaultFile = "PolicyMatrix.approved.txt";

    internal IpcPolicyMatrix(IReadOnlyList<IpcPolicyRow> rows) => Rows = rows;

    /// <summary>A row for each registration, by channel, kind and handler.</summary>
    public IReadOnlyList<IpcPolicyRow> Rows { get; }

    /// <summary>
    /// Compares the table with the one that a person has approved, a text file under version control. On a difference, and the first time,
    /// the table is written beside it with <c>.received</c> for <c>.approved</c> in its name: look at it, and rename it if it is right.
    /// </summary>
    /// <param name="file">The approved file; a relative path is beside the test's source.</param>
    /// <param name="testSource">Given by the compiler.</param>
    /// <exception cref="IpcTestException">The tables differ, or there is no approved one. The text shows the lines that differ.</exception>
    /// <exception cref="ArgumentException">The file is relative, and the compiler was told to hide where the source is.</exception>
    public void AssertApproved(string file = DefaultFile, [CallerFilePath] string testSource = "")
        => ApprovedText.Check(ToString(), file, testSource);

    /// <summary>The table, for people and for version control: lines end with <c>\n</c> on every system.</summary>
    public override string ToString() => PolicyTable.Write(Rows);
}
