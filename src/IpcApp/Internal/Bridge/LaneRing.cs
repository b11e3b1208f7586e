using System.Diagnostics.CodeAnalysis;

namespace IpcApp.Internal.Bridge;

/// <summary>
/// The lanes that have something waiting, in the order of their turns. The control lane comes before all others, whenever it has anything:
/// what a page is sent must not arrive before the registration that it relies on.
/// </summary>
internal sealed class LaneRing
{
    private readonly Queue<OutgoingLane> _others = new();
    private OutgoingLane? _control;

    public bool IsEmpty => _control is null && _others.Count == 0;

    /// <summary>Whether nothing else may go out yet.</summary>
    public bool HasControl => _control is not null;

    public void Enqueue(OutgoingLane lane)
    {
        if (lane.Key == LaneKey.OfLane(0))
        {
            _control = lane;
        }
        else
        {
            _others.Enqueue(lane);
        }
    }

    public bool TryDequeue([NotNullWhen(true)] out OutgoingLane? lane)
    {
        if (_control is null)
        {
            return _others.TryDequeue(out lane);
        }

        (lane, _control) = (_control, null);
        return true;
    }
}
