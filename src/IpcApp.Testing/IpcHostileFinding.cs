using System.Globalization;

namespace IpcApp.Testing;

/// <summary>One hostile message that was neither refused clearly nor bound to a valid value.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Handler">The handler, as logs call it: <c>NotesHandler.Add</c>.</param>
/// <param name="Parameter">The parameter whose argument was hostile; null where it was their number.</param>
/// <param name="What">What was hostile about it: <c>argument 1 ('note') at $.title is NaN</c>.</param>
/// <param name="Call">The message as JavaScript, shortened where it is long.</param>
/// <param name="Problem">What happened instead.</param>
/// <param name="Seed">The seed by which it can be had again.</param>
public sealed record IpcHostileFinding(string Channel, string Handler, string? Parameter, string What, string Call, string Problem, int Seed)
{
    /// <summary>The finding in three lines.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Handler} on '{Channel}', where {What} (seed {Seed}):\n  {Call}\n  {Problem}");
}
