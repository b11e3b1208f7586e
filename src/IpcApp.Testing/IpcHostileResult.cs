namespace IpcApp.Testing;

/// <summary>What the hostile suite found out about one handler.</summary>
/// <param name="Messages">How many messages were tried.</param>
/// <param name="Bound">How many of them bound to valid values, the well-meant one among them.</param>
/// <param name="Refused">How many were refused with a clear text.</param>
/// <param name="FitsAsMade">
/// Whether the plausible arguments that the suite began with fit. If not, because a constructor or converter is strict, little beyond the
/// first refusal was tried: say what it takes by <see cref="IpcHostileSuite.Use"/>.
/// </param>
/// <param name="Findings">All the others; empty if all is well.</param>
public sealed record IpcHostileResult(int Messages, int Bound, int Refused, bool FitsAsMade, IReadOnlyList<IpcHostileFinding> Findings);
