using System.Text;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Begins with arguments that fit, and puts something hostile into each place.</summary>
internal sealed class HostileArgumentMaker(IpcFaker faker, IpcRegistration registration)
{
    private const int MaxPlaces = 12;
    private const int MaxDeepNames = 4;

    /// <summary>Within an argument of many places each gets one of so many values, each place a different share of them.</summary>
    private const int Shares = 3;

    private const int LongestName = 100;
    private const int RandomRounds = 40;

    private readonly IpcParameter[] _parameters = [.. registration.Parameters];

    public IEnumerable<IpcHostileArguments> Make()
    {
        var good = Good();
        yield return new("nothing is wrong", null, good);
        foreach (var arguments in OtherCounts(good))
        {
            yield return arguments;
        }

        for (var i = 0; i < good.Count; i++)
        {
            foreach (var arguments in InPlaceOf(good, i).Concat(Within(good, i)).Concat(Nested(good, i)))
            {
                yield return arguments;
            }
        }

        foreach (var arguments in Random(good))
        {
            yield return arguments;
        }
    }

    /// <summary>An argument for each parameter; for <c>params</c> two.</summary>
    private IpcArray Good()
    {
        var result = new IpcArray();
        foreach (var parameter in _parameters)
        {
            var type = parameter.IsRest ? parameter.Type.GetElementType()! : parameter.Type;
            for (var i = 0; i < (parameter.IsRest ? 2 : 1); i++)
            {
                result.Add(faker.ValueFor(type, parameter.Name));
            }
        }

        return result;
    }

    private static IEnumerable<IpcHostileArguments> OtherCounts(IpcArray good)
    {
        for (var count = 0; count < good.Count; count++)
        {
            yield return new($"only {count} arguments", null, new IpcArray(good.Take(count)));
        }

        yield return new("undefined for all", null, new IpcArray(good.Select(_ => IpcValue.Undefined)));
        yield return new("null for all", null, new IpcArray(good.Select(_ => IpcValue.Null)));
        yield return new("one too many", null, new IpcArray(good.Append("one too many")));
        yield return new("a thousand too many", null, new IpcArray(good.Concat(Enumerable.Repeat<IpcValue>(IpcValue.Null, 1000))));
    }

    /// <summary>Something else for a whole argument.</summary>
    private IEnumerable<IpcHostileArguments> InPlaceOf(IpcArray good, int index)
        => HostileValues.Small().Concat(HostileValues.Large()).Concat(HostileValues.Costly()).Concat(HostileValues.Deep(null)).Concat(HostileValues.Deep("next"))
            .Select(hostile => Put(good, index, [], hostile));

    /// <summary>Something else for a part of an argument, and the shapes of objects and arrays changed.</summary>
    private IEnumerable<IpcHostileArguments> Within(IpcArray good, int index)
    {
        var places = Places(good[index]);
        var shares = places.Count <= Shares ? 1 : Shares;
        for (var i = 0; i < places.Count; i++)
        {
            foreach (var hostile in HostileValues.Small().Where((_, number) => (number + i) % shares == 0))
            {
                yield return Put(good, index, places[i], hostile);
            }
        }

        foreach (var place in places.Prepend([]))
        {
            foreach (var reshaped in Reshaping.Of(ValueTree.At(good[index], place)))
            {
                yield return Put(good, index, place, new HostileValue(reshaped));
            }
        }
    }

    /// <summary>An argument within itself: without end, and to depths around the limits.</summary>
    private IEnumerable<IpcHostileArguments> Nested(IpcArray good, int index)
    {
        foreach (var place in Places(good[index]))
        {
            var cycle = ValueTree.With(good[index], place, root => root);
            yield return Put(good, index, cycle, "is a cycle");
            foreach (var depth in (int[])[60, 140, 900])
            {
                var nested = good[index];
                for (var i = 0; i < depth / place.Length; i++)
                {
                    nested = ValueTree.With(good[index], place, nested);
                }

                yield return Put(good, index, nested, $"is nested in itself, {depth} deep");
            }
        }

        var names = Places(good[index]).Select(place => place[^1].Name ?? "").Where(name => name.Length is > 0 and <= LongestName);
        foreach (var name in names.Where(name => Ascii.IsValid(name)).Distinct().Take(MaxDeepNames))
        {
            foreach (var hostile in HostileValues.Deep(name))
            {
                yield return Put(good, index, [], hostile);
            }
        }
    }

    private IEnumerable<IpcHostileArguments> Random(IpcArray good)
    {
        var small = HostileValues.Small().ToList();
        for (var round = 0; round < RandomRounds && good.Count > 0; round++)
        {
            var index = faker.Bogus.Random.Int(0, good.Count - 1);
            yield return Put(good, index, [], new HostileValue(faker.Value(4)));

            // Some hostile values contain themselves, and so cannot be changed; these are put in last.
            var changed = new IpcArray(good);
            for (var i = faker.Bogus.Random.Int(1, 3); i > 0; i--)
            {
                var place = Places(changed[index]).Prepend([]).ToList();
                var value = i == 1 ? faker.Bogus.PickRandom(small).Value : faker.Value(2);
                changed[index] = ValueTree.With(changed[index], faker.Bogus.PickRandom(place), value);
            }

            yield return new($"{NameOf(index)} is changed at random", ParameterAt(index).Name, changed);
        }
    }

    /// <summary>A cycle, or what is nested deeply already, is not copied.</summary>
    private IpcHostileArguments Put(IpcArray good, int index, IpcValue value, string problem)
        => new($"{NameOf(index)} {problem}", ParameterAt(index).Name, With(good, index, value));

    private IpcHostileArguments Put(IpcArray good, int index, ValueStep[] place, HostileValue hostile)
        => new(
            $"{NameOf(index)}{At(place)}",
            ParameterAt(index).Name,
            With(good, index, ValueTree.With(good[index], place, hostile.Value)),
            hostile,
            hostile.Chain is null ? null : With(good, index, ValueTree.With(good[index], place, DeepPayload.Mark)));

    private static IpcArray With(IpcArray good, int index, IpcValue value) => new(good.Select((old, i) => i == index ? value : old));

    private static List<ValueStep[]> Places(IpcValue value)
    {
        var all = ValueTree.Places(value).ToList();
        var stride = Math.Max(1, (all.Count + MaxPlaces - 1) / MaxPlaces);
        return [.. all.Where((_, i) => i % stride == 0)];
    }

    private static string At(ValueStep[] place)
    {
        var path = new ValuePath();
        foreach (var step in place)
        {
            if (step.Name is not null)
            {
                path.Push(step.Name);
            }
            else
            {
                path.Push(step.Index);
            }
        }

        return place.Length == 0 ? "" : $" at {path}";
    }

    private IpcParameter ParameterAt(int index) => _parameters[Math.Min(index, _parameters.Length - 1)];

    private string NameOf(int index) => $"argument {index + 1} ('{ParameterAt(index).Name}')";
}
