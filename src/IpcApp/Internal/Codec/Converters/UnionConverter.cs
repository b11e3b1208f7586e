using IpcApp.Infrastructure;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>A union crosses as the value of its active case, and a union without one, its default, as null.</summary>
/// <param name="valueOf">Gives the value of the active case.</param>
/// <param name="cases">The cases.</param>
internal sealed class UnionConverter<TUnion>(Func<TUnion, object?> valueOf, IReadOnlyList<UnionCase<TUnion>> cases) : IpcConverter<TUnion>
{
    [ThreadStatic]
    private static bool t_isDescribed;

    /// <summary>Found on first use, as a case may contain unions of this type.</summary>
    private readonly Lazy<bool> _areApart = new(
        () => cases.All(one => cases.All(other => one == other || one.Accepts.IsApartFrom(other.Accepts))),
        LazyThreadSafetyMode.PublicationOnly);

    public override string Expected => Describe(
        () => string.Join(" or ", cases.SelectMany(one => one.Descriptions).Distinct()), "a value of another union");

    public override bool HandlesNull => true;

    public override bool CountsItself => true;

    public override Acceptance Accepts
        => Describe(() => Acceptance.OfAny(cases.Select(one => one.Accepts).ToList()), Acceptance.Anything);

    public override IpcValue Write(TUnion value, WriteContext context)
    {
        if (ContentOf(value, context) is { } content)
        {
            return (FindCase(content) ?? throw context.Fail(NoCase(content))).Write(content, context);
        }

        context.Count(IpcValue.Null);
        return IpcValue.Null;
    }

    public override void Write(TUnion value, ref IpcWriter writer)
    {
        if (ContentOf(value) is { } content)
        {
            (FindCase(content) ?? throw new IpcCloneException(NoCase(content))).Write(content, ref writer);
        }
        else
        {
            writer.Stream.Bytes.WriteByte(V8Tag.Null);
        }
    }

    public override TUnion Read(IpcValue value, ReadContext context)
    {
        if (value.Kind == IpcValueKind.Null)
        {
            return default!;
        }

        if (!_areApart.Value)
        {
            throw UnsupportedType.OnRead(typeof(TUnion), context, UnsupportedType.NotApart);
        }

        return Choose(value, context).Read(value, context);
    }

    /// <summary>Describes the union by its cases; a union that is a case of one of its own cases ends the description.</summary>
    private static T Describe<T>(Func<T> ofCases, T ofNested)
    {
        if (t_isDescribed)
        {
            return ofNested;
        }

        try
        {
            t_isDescribed = true;
            return ofCases();
        }
        finally
        {
            t_isDescribed = false;
        }
    }

    private object? ContentOf(TUnion value) => value is null ? null : valueOf(value);

    private object? ContentOf(TUnion value, WriteContext context)
    {
        try
        {
            return ContentOf(value);
        }
        catch (Exception e)
        {
            throw context.Fail($"{typeof(TUnion)}.Value threw: {ExceptionText.MessageOf(e)}", e);
        }
    }

    /// <summary>The case of exactly the content's type, or else the narrowest that it fits.</summary>
    private UnionCase<TUnion>? FindCase(object content)
        => cases.FirstOrDefault(one => one.Type == content.GetType())
            ?? cases.Where(one => one.Holds(content))
                .FirstOrDefault(one => cases.All(other => other == one || !other.Holds(content) || other.Type.IsAssignableFrom(one.Type)))
            ?? cases.FirstOrDefault(one => one.Holds(content));

    private UnionCase<TUnion> Choose(IpcValue value, ReadContext context)
    {
        var usual = cases.Where(one => one.Accepts.Has(value.Kind)).ToList();
        if (usual.Count == 0)
        {
            usual = [.. cases.Where(one => one.Accepts.Tolerates(value.Kind))];
        }

        return usual switch
        {
            [var only] => only,
            [] => throw context.Mismatch(Expected, value),
            _ when value is IpcObject item => ChooseByMembers(usual, item, context),
            _ => throw context.Fail($"{ValueDescription.Describe(value)} may be meant for several of {Expected}"),
        };
    }

    private UnionCase<TUnion> ChooseByMembers(List<UnionCase<TUnion>> candidates, IpcObject value, ReadContext context)
    {
        var fitting = candidates
            .SelectMany(one => one.Accepts.Outlines.Where(outline => outline.Fits(value)).Select(outline => (Case: one, Outline: outline)))
            .ToList();
        var best = fitting.Where(one => fitting.All(other => other == one || !other.Outline.Outdoes(one.Outline)))
            .Select(one => one.Case)
            .Distinct()
            .ToList();
        return best.Count == 1 ? best[0]
            : throw context.Fail(fitting.Count == 0
                ? $"expected {Expected}, got an object that lacks one of these members"
                : $"expected {Expected}, got an object with the members of several");
    }

    private static string NoCase(object content) => $"{content.GetType()} is not a case of {typeof(TUnion)}";
}

/// <summary>One case of a union.</summary>
internal abstract class UnionCase<TUnion>
{
    public abstract Type Type { get; }

    public abstract Acceptance Accepts { get; }

    /// <summary>What a page may send for it, in JavaScript's words.</summary>
    public IEnumerable<string> Descriptions => Accepts.Objects is { } objects && Accepts.Usual == ValueKinds.Object
        ? objects.Select(outline => outline.Required.Count == 0 ? "an object" : $"an object with {ListOf(outline.Required)}")
        : [Expected];

    protected abstract string Expected { get; }

    public abstract bool Holds(object content);

    public abstract IpcValue Write(object content, WriteContext context);

    public abstract void Write(object content, ref IpcWriter writer);

    public abstract TUnion Read(IpcValue value, ReadContext context);

    private static string ListOf(IEnumerable<string> names) => string.Join(" and ", names.Select(name => ValueDescription.Quote(name, 40)));
}

/// <inheritdoc/>
internal sealed class UnionCase<TUnion, TCase>(ConverterResolver resolver, Func<TCase, TUnion> create, NullAnnotation? annotation)
    : UnionCase<TUnion>
{
    private IpcConverter<TCase>? _converter;
    private Acceptance? _accepts;

    public override Type Type { get; } = Nullable.GetUnderlyingType(typeof(TCase)) ?? typeof(TCase);

    public override Acceptance Accepts => _accepts ??= Converter.Accepts;

    protected override string Expected => Converter.Expected;

    /// <summary>Found on first use, as a case may contain unions of this type.</summary>
    private IpcConverter<TCase> Converter => _converter ??= resolver.Get<TCase>(annotation);

    public override bool Holds(object content) => content is TCase;

    public override IpcValue Write(object content, WriteContext context) => context.Write(Converter, (TCase)content);

    public override void Write(object content, ref IpcWriter writer) => writer.Value(Converter, (TCase)content);

    public override TUnion Read(IpcValue value, ReadContext context)
    {
        var content = context.Read(Converter, value);
        try
        {
            return create(content!);
        }
        catch (Exception e)
        {
            // Constructors of a union that was written by hand may validate; their messages are meant for the sender of the value.
            throw context.Fail(ExceptionText.MessageOf(e), e);
        }
    }
}
