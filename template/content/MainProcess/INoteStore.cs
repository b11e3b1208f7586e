namespace SampleApp._1;

public interface INoteStore
{
    IReadOnlyList<Note> All { get; }

    Task<Note> AddAsync(NewNote note, CancellationToken cancellationToken);
}
