using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Makes an object from its members' values: by the constructor of its contract, then by setters for what that does not take.
/// </summary>
internal sealed class ObjectFactory
{
    private readonly ObjectMember[] _members;
    private readonly Func<object>? _create;
    private readonly ConstructorInvoker? _constructor;
    private readonly int[] _memberOfParameter = [];

    private ObjectFactory(ObjectMember[] members, Func<object>? create, ConstructorInfo? constructor)
    {
        _members = members;
        _create = create;
        if (create is null && constructor is not null)
        {
            _constructor = ConstructorInvoker.Create(constructor);
            _memberOfParameter = [.. constructor.GetParameters()
                .Select(parameter => Array.FindIndex(members, member => member.Parameter?.Position == parameter.Position))];
        }
    }

    /// <summary>Null for a type that System.Text.Json would not make either: abstract, or without one constructor to choose.</summary>
    public static ObjectFactory? Create(JsonTypeInfo info, ObjectMember[] members)
    {
        var factory = new ObjectFactory(members, info.CreateObject, info.ConstructorAttributeProvider as ConstructorInfo);
        return (factory._create is null && factory._constructor is null) || factory._memberOfParameter.Contains(-1) ? null : factory;
    }

    /// <param name="values">One for each member.</param>
    /// <param name="isPresent">Which of them the page sent.</param>
    /// <param name="onCreated">Runs between construction and setters.</param>
    public object Create(object?[] values, bool[] isPresent, Action<object>? onCreated)
    {
        var result = _create is not null ? _create() : Construct(values, isPresent);
        onCreated?.Invoke(result);
        for (var i = 0; i < _members.Length; i++)
        {
            if (isPresent[i] && !_memberOfParameter.Contains(i))
            {
                _members[i].Set(result, values[i]);
            }
        }

        return result;
    }

    private object Construct(object?[] values, bool[] isPresent)
    {
        var arguments = new object?[_memberOfParameter.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var member = _memberOfParameter[i];
            arguments[i] = isPresent[member] ? values[member] : _members[member].Parameter!.DefaultValue;
        }

        return _constructor!.Invoke(arguments.AsSpan());
    }
}
