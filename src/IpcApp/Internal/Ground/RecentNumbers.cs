namespace IpcApp.Internal.Ground;

/// <summary>The last numbers of a kind, so that what is late can be told from what is new without remembering everything for ever.</summary>
internal sealed class RecentNumbers(int kept)
{
    private readonly HashSet<uint> _numbers = [];
    private readonly Queue<uint> _order = new();

    public void Add(uint number)
    {
        if (_numbers.Add(number))
        {
            _order.Enqueue(number);
            if (_order.Count > kept)
            {
                _numbers.Remove(_order.Dequeue());
            }
        }
    }

    public bool Contains(uint number) => _numbers.Contains(number);
}
