namespace IpcApp.Conformance.Driver;

/// <summary>
/// Very many calls that one frame makes, of all four kinds, each with the message <c>[From, index, text]</c>. Who answers gives the
/// message back; the frame compares it with what it sent, since only so many answers would fit into no report.
/// </summary>
/// <param name="Channel">The channel of all calls.</param>
/// <param name="From">The frame's own name in its messages.</param>
/// <param name="Kinds">A letter for each call: <c>i</c>nvoke, <c>s</c>end, <c>p</c>ostMessage, send<c>S</c>ync.</param>
public sealed record LoadPlan(string Channel, string From, string Kinds)
{
    /// <param name="channel">The channel.</param>
    /// <param name="from">The frame's name.</param>
    /// <param name="count">How many calls.</param>
    /// <param name="syncShare">The share of <c>sendSync</c>; the three others come equally often.</param>
    /// <param name="seed">Of the order of kinds.</param>
    public static LoadPlan Create(string channel, string from, int count, double syncShare, int seed)
    {
        var random = new Random(seed);
        return new LoadPlan(channel, from, string.Create(count, random, (kinds, random) =>
        {
            foreach (ref var kind in kinds)
            {
                kind = random.NextDouble() < syncShare ? 'S' : "isp"[random.Next(3)];
            }
        }));
    }

    /// <summary>The text of a call: another for each, and of another length.</summary>
    public string TextOf(int index) => $"{From}/{index}/{new string('x', index % 97)}";
}

/// <summary>What a frame saw of its calls.</summary>
/// <param name="Answers">How many answers were the right ones.</param>
/// <param name="Wrong">What came instead of others; the first few.</param>
public sealed record LoadResult(int Answers, IReadOnlyList<string> Wrong);
