namespace SampleApp._1;

/// <summary>What the page gets: <c>{ id, text, created }</c>, with a number, a string and a Date.</summary>
public sealed record Note(int Id, string Text, DateTimeOffset Created);

/// <summary>What the page sends.</summary>
public sealed record NewNote(string Text);
